namespace Holdfast.Worker;

/// <summary>Stands for the result of an activity that gives none, whatever the payload holds.</summary>
internal readonly struct NoResult;
