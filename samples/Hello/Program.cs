using Hello;
using Holdfast;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services
    .AddHoldfast(options => options.DataFolder = ".holdfast/hello")
    .AddAssembly(typeof(OrderWorkflow).Assembly);
using var host = builder.Build();
await host.StartAsync();

var client = host.Services.GetRequiredService<IHoldfastClient>();
var order = await client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync("a lamp"));
Console.WriteLine($"Started {order.Id}; status: {await order.QueryAsync(w => w.Status())}");

await order.SignalAsync(w => w.Approve());
Console.WriteLine(await order.ResultAsync());
await host.StopAsync();
