namespace Holdfast.Simulation;

/// <content>Defects of the worker.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfWorker =>
    [
        new("replay-in-another-order", "What ended is told in another order when code is replayed (Durable Task: another winner of a race)", Worker + "Workflows/Replay/Activation.cs",
            "            Apply(EventRole.ResolutionJob);\n",
            "            if (MUTANT && run.Facts.IsReplaying)\n            {\n                jobs.Reverse();\n            }\n\n            Apply(EventRole.ResolutionJob);\n"),
        new("random-differs", "Random numbers are others when code is replayed (Restate: seed of the random numbers)", Worker + "Workflows/RunContext.cs",
            "new DeterministicRandom(run.RandomSeed.Value)",
            "new DeterministicRandom(MUTANT && run.Facts.IsReplaying ? Guid.Empty : run.RandomSeed.Value)"),
    ];
}
