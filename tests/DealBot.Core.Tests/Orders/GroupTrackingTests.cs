using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Orders;

public sealed class GroupTrackingTests
{
    private const string Code = "abcdefghjkm";

    [TestCase(80, "mama-1_abcdefghjkm")]
    [TestCase(18, "mama-1_abcdefghjkm")]
    [TestCase(17, "abcdefghjkm")]
    [TestCase(11, "abcdefghjkm")]
    [TestCase(10, null)]
    [TestCase(0, null)]
    public void The_group_is_named_where_there_is_room_else_the_code_alone_speaks_for_it(int length, string? subId)
    {
        var tracking = GroupTracking.For(Limits(length), Some.Group("mama-1"), Code, "3001");

        Assert.That(tracking, Is.EqualTo(new Tracking(subId, "3001")));
        Assert.That(GroupTracking.HasSubIds(Limits(length)), Is.EqualTo(subId is not null));
    }

    [TestCase(80)]
    [TestCase(11)]
    public void What_an_order_must_carry_gives_the_code_back(int length) =>
        Assert.That(GroupTracking.Read(GroupTracking.For(Limits(length), Some.Group("mama-1"), Code, null).SubId!).Code, Is.EqualTo(Code));

    [Test]
    public void The_longest_id_fits_what_jd_allows()
    {
        var longest = GroupTracking.For(Limits(80), Some.Group(new string('a', 40)), new string('b', LinkCodes.Length), null).SubId!;

        Assert.That(longest, Does.StartWith("aaa").And.Match("^[A-Za-z0-9_-]+$"));
    }

    [TestCase("mama-1", "mama-1", "mama-1")]
    [TestCase("abcdefghjkm", "abcdefghjkm", "abcdefghjkm")]
    [TestCase("a_b_c", "a_b", "c")]
    [TestCase("mama-1_", "mama-1", "")]
    [TestCase("_code", "", "code")]
    public void Ids_that_others_wrote_are_read_without_a_fault(string text, string group, string code) =>
        Assert.That(GroupTracking.Read(text), Is.EqualTo((group, code)));

    private static NetworkLimits Limits(int length) => new(TimeSpan.FromHours(1), TimeSpan.FromDays(30)) { SubIdLength = length };
}
