namespace Holdfast.Agents;

/// <summary>Tells what a failed model call means for the next attempt.</summary>
/// <remarks>Pure and safe to call from any thread. Never throws.</remarks>
public interface IModelFailureClassifier
{
    /// <summary>Classifies whatever a model's chat client threw.</summary>
    /// <param name="exception">The exception, from a client of this library or from any other.</param>
    ModelFailure Classify(Exception exception);
}
