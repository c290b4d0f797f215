using Holdfast.Reliability;

return args switch
{
    ["oracle", .. var rest] => await OracleCommand.RunAsync(rest),
    ["chaos", .. var rest] => await ChaosCommand.RunAsync(rest),
    [ChaosChild.Verb, .. var rest] => await ChaosChild.RunAsync(rest),
    _ => Arguments.Refuse("oracle [--runs N] [--start S] | chaos [--minutes N | --seconds N] [--seed S]"),
};
