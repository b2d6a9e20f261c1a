using DealBot.Contracts;

namespace DealBot.Core.Selection;

/// <summary>What a rule says of a deal.</summary>
public abstract record RuleOutcome
{
    private static readonly Accept Accepted = new();

    private RuleOutcome()
    {
    }

    public static RuleOutcome Accepts => Accepted;

    public static RuleOutcome Rejects(RejectReason reason, string zh, string en) => new Reject(reason, new Phrase(zh, en));

    public sealed record Accept : RuleOutcome;

    public sealed record Reject(RejectReason Reason, Phrase Text) : RuleOutcome;
}
