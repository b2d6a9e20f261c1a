using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Rendering;

public sealed class CommandTextTests
{
    private const string Proven = "https://t.vip.com/abc";

    [TestCase("￥AbCdEfG￥ 打开唯品会", null)]
    [TestCase("复制 https://t.vip.com/abc 打开唯品会", null, TestName = "The proven link may stand in it")]
    [TestCase("￥AbCdEfG￥ https://t.vip.com/xyz 打开唯品会", "foreign_command", TestName = "Another link of the same network is as little proven as any")]
    [TestCase("￥AbCdEfG￥ evil.example/x", "foreign_command")]
    [TestCase(null, "no_command")]
    public void A_command_holds_no_link_that_nobody_has_proven(string? command, string? code)
    {
        var request = new LinkRequest(Some.Deal("1"), new Tracking(null, null)) { WantsCommand = true };
        var result = new LinkResult.Converted(new TrackingLink(new Uri(Proven), request.Tracking, null) { Command = command });

        Assert.That((CommandText.Demand(request, result) as LinkResult.Refused)?.Code, Is.EqualTo(code));
    }
}
