namespace Holdfast.Simulation;

/// <summary>A step of a workflow that handles large texts.</summary>
/// <param name="Use">Which way the text takes.</param>
/// <param name="Text">The text's number.</param>
/// <param name="Seconds">How long to wait.</param>
/// <param name="Name">The step's name: that of its signal or update, and the ID of its child.</param>
public sealed record PayloadStep(PayloadUse Use, int Text, int Seconds, string Name)
{
    public override string ToString() => Use is PayloadUse.Wait ? $"{Use} {Seconds} s" : $"{Use} {Text}";
}
