using Holdfast.Protocol;

namespace Holdfast.Agents.Tests;

public sealed class DefinitionTests
{
    private static readonly AgentDefinition Valid = new() { Name = "a", Model = "m", Tools = [new Sites().Measure] };

    [Fact]
    public void Definitions_that_break_a_rule_are_refused_with_the_agents_name()
    {
        AgentDefinition[] broken =
        [
            Valid with { Name = string.Empty },
            Valid with { Model = string.Empty },
            Valid with { MaxSteps = 0 },
            Valid with { ReminderSteps = -1 },
            Valid with { MaxParallelToolCalls = 0 },
            Valid with { Tools = [new Sites().Measure, new Sites().Measure] },
            Valid with { ModelCall = CallOptions.ModelDefaults with { StartToCloseTimeout = TimeSpan.Zero } },
        ];

        Assert.All(broken, definition => Assert.Equal(ErrorCodes.AgentDefinitionInvalid, Assert.Throws<HoldfastException>(() => new AgentRegistry([definition])).Code));
        Assert.Equal(ErrorCodes.AgentDefinitionInvalid, Assert.Throws<HoldfastException>(() => new AgentRegistry([Valid, Valid])).Code);
    }

    [Fact]
    public void Equal_definitions_have_equal_versions_and_what_the_model_is_told_makes_the_difference()
    {
        static string VersionOf(AgentDefinition definition) => new AgentRegistry([definition]).Find("a").Descriptor.Version;

        Assert.Equal(VersionOf(Valid), VersionOf(Valid with { Tools = [new Sites().Measure], MaxSteps = 7 }));
        Assert.NotEqual(VersionOf(Valid), VersionOf(Valid with { Instructions = "Other." }));
        Assert.NotEqual(VersionOf(Valid), VersionOf(Valid with { Tools = [] }));
    }
}
