namespace Holdfast.Journaling;

/// <summary>
/// Takes the recovered records in LSN order. When <see cref="Journal.Open"/> throws afterwards, what was built from
/// them has to be thrown away.
/// </summary>
/// <param name="record">The record.</param>
public delegate void RecoveredRecordHandler(in RecoveredRecord record);
