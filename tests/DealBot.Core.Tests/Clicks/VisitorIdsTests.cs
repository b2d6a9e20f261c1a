using System.Net;
using System.Runtime.CompilerServices;
using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

public sealed class VisitorIdsTests
{
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.7");
    private static readonly DateTimeOffset Now = Some.Shanghai("2026-06-01 12:00");

    private readonly VisitorIds _ids = Of(1, 2, 3);

    [Test]
    public void A_visitor_has_the_same_id_all_day_and_the_id_tells_nothing_of_him()
    {
        var id = _ids.For(Address, "agent", Now);

        Assert.That(id, Does.Match("^[0-9a-f]{16}$"));
        Assert.That(_ids.For(Address, "agent", Some.Shanghai("2026-06-01 00:00")), Is.EqualTo(id));
        Assert.That(_ids.For(Address, "agent", Some.Shanghai("2026-06-01 23:59")), Is.EqualTo(id));
        Assert.That(Of(1, 2, 3).For(Address, "agent", Now), Is.EqualTo(id), "also after a restart");
    }

    [Test]
    public void Nobody_can_be_followed_over_midnight_where_the_groups_are() => Assert.That(
        new[] { _ids.For(Address, "agent", Some.Shanghai("2026-06-01 23:59")), _ids.For(Address, "agent", Some.Shanghai("2026-06-02 00:00")), _ids.For(Address, "agent", Some.Shanghai("2026-06-03 00:00")) },
        Is.Unique);

    [Test]
    public void Another_address_agent_or_key_is_another_visitor() => Assert.That(
        new[]
        {
            _ids.For(Address, "agent", Now), _ids.For(IPAddress.Parse("203.0.113.8"), "agent", Now), _ids.For(Address, "other", Now), _ids.For(Address, "", Now), Of(9).For(Address, "agent", Now),
        },
        Is.Unique);

    [Test]
    public void Agent_longer_than_any_browser_s_is_not_kept_in_memory()
    {
        var (agent, id) = AskedOnce(_ids);
        GC.Collect();

        Assert.That(agent.IsAlive, Is.False);
        Assert.That(_ids.For(Address, new string('a', 7_000), Now), Is.EqualTo(id));

        // In a method of its own, so that nothing here holds the text.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference Agent, string Id) AskedOnce(VisitorIds ids)
        {
            var agent = new string('a', 7_000);
            return (new WeakReference(agent), ids.For(Address, agent, Now));
        }
    }

    private static VisitorIds Of(params byte[] key) => new(key, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
