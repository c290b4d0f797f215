using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>
/// A script in rules: the first whose condition holds gives the reply. Rules look at the transcript alone, so the script answers the same after a restart.
/// </summary>
public sealed class ModelScript
{
    private readonly List<(Func<ScriptTurn, bool> Condition, Func<ScriptTurn, ScriptedReply> Reply)> _rules = [];

    /// <summary>Adds a rule.</summary>
    public ModelScript When(Func<ScriptTurn, bool> condition, Func<ScriptTurn, ScriptedReply> reply)
    {
        _rules.Add((condition, reply));
        return this;
    }

    /// <summary>Adds a rule.</summary>
    public ModelScript When(Func<ScriptTurn, bool> condition, ScriptedReply reply) => When(condition, _ => reply);

    /// <summary>The reply at a turn.</summary>
    /// <param name="number">The model's answer in the transcript, from 1.</param>
    /// <param name="reply">The reply.</param>
    public ModelScript OnTurn(int number, ScriptedReply reply) => When(turn => turn.Number == number, reply);

    /// <summary>The reply when a result that answers the model's last message contains a text.</summary>
    public ModelScript WhenToolResultContains(string text, ScriptedReply reply) => When(turn => turn.NewToolResults.Any(result => result.Contains(text, StringComparison.Ordinal)), reply);

    /// <summary>The reply when the last user message contains a text.</summary>
    public ModelScript WhenUserSays(string text, ScriptedReply reply) => When(turn => turn.UserText.Contains(text, StringComparison.OrdinalIgnoreCase), reply);

    /// <summary>The reply when no tool may be called.</summary>
    public ModelScript WhenAnswerOnly(ScriptedReply reply) => When(turn => !turn.MayCallTools, reply);

    /// <summary>The reply when no rule before this holds.</summary>
    public ModelScript Otherwise(ScriptedReply reply) => When(static _ => true, reply);

    /// <summary>The reply to a request.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ScriptHasNoReply"/> when no rule holds.</exception>
    public ScriptedReply Reply(ScriptTurn turn)
    {
        foreach (var (condition, reply) in _rules)
        {
            if (condition(turn))
            {
                return reply(turn);
            }
        }

        throw new HoldfastException(ErrorCodes.ScriptHasNoReply, $"The script has no reply at turn {turn?.Number}: none of its {_rules.Count} rules holds. Add one with Otherwise.");
    }
}
