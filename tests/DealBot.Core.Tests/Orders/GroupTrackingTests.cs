using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Orders;

public sealed class GroupTrackingTests
{
    [Test]
    public void What_an_order_must_carry_is_read_back()
    {
        var tracking = GroupTracking.For(Some.Group("mama-1") with { PositionId = "3001" }, "abcdefghjkm");

        Assert.That((tracking.SubId, tracking.PositionId), Is.EqualTo(("mama-1_abcdefghjkm", "3001")));
        Assert.That(GroupTracking.Read(tracking.SubId!), Is.EqualTo(("mama-1", "abcdefghjkm")));
    }

    [Test]
    public void The_longest_id_fits_what_jd_allows()
    {
        var longest = GroupTracking.For(Some.Group(new string('a', 40)), new string('b', 11)).SubId!;

        Assert.That(longest, Has.Length.LessThanOrEqualTo(80).And.Match("^[A-Za-z0-9_-]+$"));
    }

    [TestCase("mama-1", "mama-1", null)]
    [TestCase("a_b_c", "a_b", "c")]
    [TestCase("mama-1_", "mama-1", "")]
    [TestCase("_code", "", "code")]
    public void Ids_that_others_wrote_are_read_without_a_fault(string text, string group, string? code) =>
        Assert.That(GroupTracking.Read(text), Is.EqualTo((group, code)));
}
