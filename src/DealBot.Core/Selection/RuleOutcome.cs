using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>What a rule says of a deal.</summary>
public abstract record RuleOutcome
{
    private static readonly Accept Accepted = new();

    private RuleOutcome()
    {
    }

    public static RuleOutcome Accepts => Accepted;

    /// <summary>A rejection of which the words are made when somebody reads them: most of a catalog is turned down for every slot.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="entry">The deal.</param>
    /// <param name="scope">The slot's scope.</param>
    /// <param name="say">The words. Static, so that nothing is made ready in vain.</param>
    public static RuleOutcome Rejects(RejectReason reason, CatalogEntry entry, SelectionScope scope, Func<CatalogEntry, SelectionScope, Phrase> say) =>
        new Reject(reason, entry, scope, say);

    public sealed record Accept : RuleOutcome;

    public sealed record Reject(RejectReason Reason, CatalogEntry Entry, SelectionScope Scope, Func<CatalogEntry, SelectionScope, Phrase> Say) : RuleOutcome
    {
        /// <summary>The reason in words.</summary>
        public Phrase Text => Say(Entry, Scope);
    }
}
