using System.Globalization;

namespace Holdfast.Testing.Tests;

public class ReportActivities
{
    [Activity]
    public async Task<Blob> WriteReportAsync(int lines, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, Enumerable.Range(1, lines).Select(n => n.ToString("D9", CultureInfo.InvariantCulture)), cancellationToken);
            await using var content = File.OpenRead(file);
            return await ActivityContext.Current.CreateBlobAsync(content, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Activity]
    public async Task<int> CountLinesAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        await using var content = await attachment.Content.OpenReadAsync(cancellationToken);
        using StreamReader reader = new(content);
        var lines = 0;
        while (await reader.ReadLineAsync(cancellationToken) is not null)
        {
            lines++;
        }

        return lines;
    }
}
