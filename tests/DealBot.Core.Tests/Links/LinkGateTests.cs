using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Tests.Links;

public sealed class LinkGateTests
{
    private static readonly Tracking Asked = new("mama-1_abc", "3001");

    private static readonly NetworkLimits Granted = new(TimeSpan.FromHours(1), TimeSpan.FromDays(30)) { SubIdLength = 80 };

    private LinkGate _gate = null!;

    [SetUp]
    public void SetUp() => _gate = new LinkGate();

    [Test]
    public void A_link_that_carries_what_was_asked_for_passes() =>
        Assert.That(Check(), Is.InstanceOf<LinkResult.Converted>());

    [TestCase("http://union.example/x", "insecure_link")]
    [TestCase("openapp.jdmobile://x", "insecure_link")]
    [TestCase("https://item.example/1001", "plain_page")]
    [TestCase("https://ITEM.example/1001/#top", "plain_page")]
    [TestCase("https://item.example/1001?union=7", null)]
    [TestCase("http://127.0.0.1:9/x", null)]
    public void An_address_must_be_safe_and_another_than_the_items_page(string url, string? code) =>
        Assert.That((Check(url: url) as LinkResult.Refused)?.Code, Is.EqualTo(code));

    [TestCase("item.example/1001")]
    [TestCase("//item.example/1001")]
    public void The_items_page_is_known_without_its_scheme(string page) => Assert.That(
        (Check(url: "https://item.example/1001", deal: Some.Deal() with { MaterialUrl = page }) as LinkResult.Refused)?.Code, Is.EqualTo("plain_page"));

    [Test]
    public void A_lost_sub_id_is_a_fault_of_the_account()
    {
        var refused = (Check(carried: Asked with { SubId = null }) as LinkResult.Refused)!;

        Assert.That((refused.Code, refused.AccountFault), Is.EqualTo(("lost_sub_id", true)));
    }

    [TestCase(0)]
    [TestCase(9)]
    public void A_sub_id_that_the_network_does_not_give_back_is_not_missed(int length) => Assert.That(
        Check(carried: Asked with { SubId = null }, limits: Granted with { SubIdLength = length }), Is.InstanceOf<LinkResult.Converted>());

    [TestCase(null)]
    [TestCase("3002")]
    public void Another_position_than_asked_for_is_refused(string? position) => Assert.That(
        (Check(carried: Asked with { PositionId = position }) as LinkResult.Refused)?.Code, Is.EqualTo("lost_position"));

    [Test]
    public void The_accounts_general_position_may_be_there_unasked() => Assert.That(
        Check(asked: Asked with { PositionId = null }, carried: Asked), Is.InstanceOf<LinkResult.Converted>());

    [TestCase(59, "link_expires")]
    [TestCase(60, null)]
    public void A_link_must_outlive_the_members_delay(int minutes, string? code) => Assert.That(
        (Check(expires: Some.Morning.AddMinutes(minutes)) as LinkResult.Refused)?.Code, Is.EqualTo(code));

    [Test]
    public void One_link_for_two_groups_or_two_deals_is_refused_and_for_the_same_again_it_is_not()
    {
        Check();

        Assert.That(Check(), Is.InstanceOf<LinkResult.Converted>());
        var other = Asked with { SubId = "mama-2_xyz" };
        Assert.That((Check(asked: other, carried: other) as LinkResult.Refused)?.Code, Is.EqualTo("shared_link"));
        Assert.That((Check(deal: Some.Deal("1002")) as LinkResult.Refused)?.Code, Is.EqualTo("shared_link"));
    }

    private LinkResult Check(
        string url = "https://union.example/x", Deal? deal = null, Tracking? asked = null, Tracking? carried = null, NetworkLimits? limits = null, DateTimeOffset? expires = null) =>
        _gate.Check(
            new LinkRequest(deal ?? Some.Deal(), asked ?? Asked),
            limits ?? Granted,
            new LinkResult.Converted(new TrackingLink(new Uri(url), carried ?? asked ?? Asked, expires)),
            Some.Morning);
}
