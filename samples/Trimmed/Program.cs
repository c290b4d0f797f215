using Holdfast;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trimmed;

var data = Directory.CreateTempSubdirectory("holdfast-trimmed-").FullName;
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Services.AddHoldfast(o => o.DataFolder = data).AddWorkflow<DeliveryWorkflow>().AddActivities<Carrier>();
using var host = builder.Build();
await host.StartAsync();

var client = host.Services.GetRequiredService<IHoldfastClient>();
var handle = await client.StartWorkflowAsync((DeliveryWorkflow w) => w.RunAsync(new Parcel("P-1", 2.5m, ["Hamburg", "Hannover"])));
var name = await handle.ExecuteUpdateAsync(w => w.RenameAsync("books"));
await handle.SignalAsync(w => w.SignAsync());
var delivery = await handle.ResultAsync();
await host.StopAsync();
Directory.Delete(data, recursive: true);

var isRight = name == "books" && delivery.ParcelId == "P-1" && delivery.Scans.Count == 3;
Console.WriteLine(isRight ? $"{delivery.ParcelId} was delivered: {string.Join(", ", delivery.Scans)}." : "The delivery is not what was expected.");
return isRight ? 0 : 1;
