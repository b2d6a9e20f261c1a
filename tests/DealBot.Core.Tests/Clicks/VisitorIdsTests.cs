using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

public sealed class VisitorIdsTests
{
    private static readonly VisitorIds Ids = new([1, 2, 3]);

    [Test]
    public void A_visitor_has_the_same_id_each_time_and_the_id_tells_nothing_of_him()
    {
        var id = Ids.For("203.0.113.7", "agent");

        Assert.That(id, Does.Match("^[0-9a-f]{16}$"));
        Assert.That(Ids.For("203.0.113.7", "agent"), Is.EqualTo(id));
    }

    [Test]
    public void Another_address_agent_or_key_is_another_visitor() => Assert.That(
        new[] { Ids.For("203.0.113.7", "agent"), Ids.For("203.0.113.8", "agent"), Ids.For("203.0.113.7", "other"), Ids.For("203.0.113.7", null), new VisitorIds([9]).For("203.0.113.7", "agent") },
        Is.Unique);
}
