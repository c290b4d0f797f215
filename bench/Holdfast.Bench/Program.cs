using Holdfast.Bench;

return await BenchCommand.RunAsync(args);
