using DealBot.Core.Orders;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

public sealed class NamesTests
{
    [Test]
    public void Enumerations_are_written_in_lower_case_with_underscores()
    {
        Assert.That(Names.Of(AttributionMethod.SubId), Is.EqualTo("sub_id"));
        Assert.That(Names.Of(RejectReason.AdLawWord), Is.EqualTo("ad_law_word"));
        Assert.That(Names.Of(AttributionMethod.None), Is.EqualTo("none"));
    }
}
