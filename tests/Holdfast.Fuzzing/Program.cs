using Holdfast.Fuzzing;

return FuzzCommand.Run(args);
