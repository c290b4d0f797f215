using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>The scripted model of the surveyor: what it does next follows from the transcript alone, as with any model.</summary>
internal static class SurveyScript
{
    /// <summary>The reply to a request.</summary>
    public static ScriptedReply Reply(ScriptTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Reply(SurveyNotes.Of(turn.Messages), turn.MayCallTools);
    }

    private static ScriptedReply Reply(SurveyNotes notes, bool mayCallTools)
    {
        if (notes.Written is { } written)
        {
            return ScriptedReply.Say($"The report is in '{written.Path}' ({written.Bytes:N0} bytes). {SurveyFindings.Of(notes)[0]}");
        }

        if (notes.Refusal is not null || !mayCallTools)
        {
            return ScriptedReply.Say($"I wrote no report. {notes.Refusal} What I found: {string.Join(' ', SurveyFindings.Of(notes))}");
        }

        var (purpose, calls) = SurveyAgenda.Next(notes);
        return calls.Count > 0
            ? new ScriptedReply { Text = purpose, Calls = calls }
            : new ScriptedReply { Text = "I have seen enough, and write the report.", Calls = [SurveyCalls.Write(notes.Task.ReportPath, SurveyReport.Compose(notes))] };
    }
}
