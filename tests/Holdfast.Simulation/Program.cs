using Holdfast.Simulation;

return SimulationCommand.Run(args);
