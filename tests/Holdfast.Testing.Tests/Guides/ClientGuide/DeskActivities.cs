namespace Holdfast.Testing.Tests.ClientGuide;

public sealed class DeskActivities(Desk desk)
{
    [Activity]
    public Task<bool> AskPersonAsync(string question)
    {
        desk.Ask(question, ActivityContext.Current.Info.TaskToken);
        throw new ActivityCompletesLaterException();
    }
}
