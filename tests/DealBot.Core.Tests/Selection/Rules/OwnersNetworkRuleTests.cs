using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class OwnersNetworkRuleTests
{
    private static readonly OwnersNetworkRule Rule = new();

    [Test]
    public void Accepts_deals_of_networks_where_the_owner_has_an_account() => RuleAssert.Accepts(Rule, Of("pdd"), With("jd", "pdd"));

    [Test]
    public void Rejects_deals_of_other_networks() => RuleAssert.Rejects(Rule, RejectReason.NoAccount, Of("taobao"), With("jd", "pdd"));

    [Test]
    public void Accepts_everything_where_no_owner_is_named() => RuleAssert.Accepts(Rule, Of("taobao"), Some.Scope(new DealFilter()));

    private static Deal Of(string network) => Some.Deal() with { Key = new DealKey(network, "1") };

    private static SelectionScope With(params string[] networks) => new(Some.Slot(), new SelectionSettings(), [], new Dictionary<DealKey, int>())
    {
        Networks = networks.ToHashSet(),
    };
}
