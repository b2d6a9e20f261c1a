using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Shares;

public sealed class ShareTermsTests
{
    private const string Shares = """{ "levels": [{ "name": "会员", "percent": 20 }], "inviterPercents": [10] }""";

    private const string Two = """
        {
          "levels": [{ "name": "会员", "percent": 20 }, { "name": "导师", "percent": 30, "fromSales": 5000 }],
          "inviterPercents": [5], "platformPercent": 1,
          "promoters": [{ "id": "chen", "name": "陈姐" }, { "id": "zhao", "name": "赵哥", "invitedBy": "chen" }, { "id": "qian", "name": "小钱", "invitedBy": "zhao" }]
        }
        """;

    private static readonly LedgerMonth June = new(2026, 6);

    private ConfigFolder _folder = null!;
    private FakeShareHistory _history = null!;
    private FakePromoterSales _sales = null!;
    private TestClock _clock = null!;
    private LiveConfiguration _configuration = null!;
    private ShareTerms _terms = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder().Edit(OwnersFile.Name, Shares, Two);
        Promoters("qian", "chen");
        (_history, _sales, _clock) = (new FakeShareHistory(), new FakePromoterSales(), new TestClock(Some.Morning));
        _configuration = _folder.Open();
        _terms = Start();
    }

    [TearDown]
    public void TearDown()
    {
        _terms.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task An_order_of_a_promoters_group_is_shared_with_him_his_inviter_and_the_platform_and_nobody_above() => Assert.That(
        await ForAsync("mama-1"),
        Is.EqualTo(new CommissionTerms("li")
        {
            PromoterId = "qian",
            PromoterRate = Rate.FromPercent(20),
            InviterId = "zhao",
            InviterRate = Rate.FromPercent(5),
            PlatformRate = Rate.FromPercent(1),
        }));

    [Test]
    public async Task A_promoter_whom_nobody_invited_shares_with_the_owner_alone() =>
        Assert.That((await ForAsync("mama-2")).InviterId, Is.Null);

    [TestCase("elsewhere")]
    [TestCase(null)]
    public async Task An_order_of_no_promoters_group_is_the_owners_less_the_platforms_part(string? group) =>
        Assert.That(await ForAsync(group), Is.EqualTo(new CommissionTerms("li") { PlatformRate = Rate.FromPercent(1) }));

    [Test]
    public async Task An_order_of_nobodys_account_is_shared_with_nobody() =>
        Assert.That(await _terms.ForAsync(null, "mama-1", Some.Morning, default), Is.EqualTo(new CommissionTerms((string?)null)));

    [TestCase(4999.99, 20)]
    [TestCase(5000, 30)]
    public async Task A_level_is_reached_by_own_sales_before_the_month(double sales, int percent)
    {
        _sales.Sales[("qian", June)] = Money.FromYuan((decimal)sales);
        _sales.Sales[("qian", new LedgerMonth(2026, 7))] = Money.FromYuan(9000);

        Assert.That((await ForAsync("mama-1")).PromoterRate, Is.EqualTo(Rate.FromPercent(percent)));
    }

    [Test]
    public async Task A_level_that_was_given_is_kept_without_sales()
    {
        _folder.Edit(OwnersFile.Name, "\"name\": \"小钱\"", "\"name\": \"小钱\", \"level\": \"导师\"");
        _configuration.Refresh();
        _clock.Advance(TimeSpan.FromDays(1));

        await _terms.TimelineAsync(default);

        Assert.That((await ForAsync("mama-1", Some.Morning.AddDays(2))).PromoterRate, Is.EqualTo(Rate.FromPercent(30)));
    }

    [Test]
    public async Task Months_begin_by_Beijing_time()
    {
        _sales.Sales[("qian", June)] = Money.FromYuan(5000);

        Assert.That((await ForAsync("mama-1", Some.Shanghai("2026-05-31 23:59"))).PromoterRate, Is.EqualTo(Rate.FromPercent(20)));
        Assert.That((await ForAsync("mama-1", Some.Shanghai("2026-06-01 00:00"))).PromoterRate, Is.EqualTo(Rate.FromPercent(30)));
    }

    [Test]
    public async Task An_edit_changes_orders_from_now_on_and_none_before()
    {
        await _terms.TimelineAsync(default);
        _clock.Advance(TimeSpan.FromHours(5));
        _folder.Edit(OwnersFile.Name, "\"percent\": 20", "\"percent\": 25");
        Promoters("chen", "chen");
        _configuration.Refresh();

        Assert.That(await ForAsync("mama-1", _clock.GetUtcNow().AddMilliseconds(-1)), Has.Property("PromoterId").EqualTo("qian").And.Property("PromoterRate").EqualTo(Rate.FromPercent(20)));
        Assert.That(await ForAsync("mama-1", _clock.GetUtcNow()), Has.Property("PromoterId").EqualTo("chen").And.Property("PromoterRate").EqualTo(Rate.FromPercent(25)));
    }

    [Test]
    public async Task After_a_restart_orders_are_divided_as_before()
    {
        await _terms.TimelineAsync(default);
        _clock.Advance(TimeSpan.FromDays(1));
        Promoters("chen", "zhao");
        using var restarted = Start(_folder.Open());

        Assert.That((await restarted.ForAsync("li", "mama-1", Some.Morning, default)).PromoterId, Is.EqualTo("qian"));
        Assert.That((await restarted.ForAsync("li", "mama-1", _clock.GetUtcNow(), default)).PromoterId, Is.EqualTo("chen"));
    }

    [Test]
    public async Task What_is_taken_back_after_an_edit_is_what_was_given()
    {
        var given = (await ForAsync("mama-1")).Divide(Money.FromYuan(33.33m));
        _clock.Advance(TimeSpan.FromDays(40));
        _folder.Edit(OwnersFile.Name, "\"percent\": 20", "\"percent\": 28");
        _folder.Edit(OwnersFile.Name, "\"inviterPercents\": [5]", "\"inviterPercents\": [9]");
        _configuration.Refresh();
        _sales.Sales[("qian", June)] = Money.FromYuan(9000);

        var taken = (await ForAsync("mama-1")).Divide(Money.FromYuan(-33.33m));

        Assert.That(taken.Select(part => part with { Amount = Money.Zero - part.Amount }), Is.EqualTo(given));
    }

    [Test]
    public async Task Thousands_of_orders_ask_the_books_once_a_month_and_promoter()
    {
        var first = await ForAsync("mama-1");
        for (var minute = 0; minute < 2000; minute++)
        {
            Assert.That(await ForAsync("mama-1", Some.Morning.AddMinutes(-minute % 500)), Is.SameAs(first));
        }

        Assert.That((_sales.Asked, _history.Reads), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_month_that_has_not_begun_by_our_clock_is_asked_for_again()
    {
        var ahead = Some.Shanghai("2026-07-01 00:00");
        Assert.That((await ForAsync("mama-1", ahead)).PromoterRate, Is.EqualTo(Rate.FromPercent(20)));
        _sales.Sales[("qian", new LedgerMonth(2026, 7))] = Money.FromYuan(5000);

        Assert.That((await ForAsync("mama-1", ahead)).PromoterRate, Is.EqualTo(Rate.FromPercent(30)));
    }

    [Test]
    public async Task Who_left_is_still_known_by_what_was_said_last()
    {
        await _terms.TimelineAsync(default);
        Promoters("chen", "chen");
        _folder.Edit(OwnersFile.Name, """, { "id": "qian", "name": "小钱", "invitedBy": "zhao" }""", "");
        _configuration.Refresh();

        var promoters = (await _terms.TimelineAsync(default)).Promoters();

        Assert.That(promoters.Select(known => $"{known.OwnerId} {known.Promoter.Id} {known.Promoter.Name}"), Is.EqualTo(new[] { "li chen 陈姐", "li qian 小钱", "li zhao 赵哥" }));
    }

    [Test]
    public void The_order_in_the_files_makes_no_new_rules()
    {
        var rules = ShareRules.Of(_configuration.Current, _configuration.Current.Owner("li"));
        var owner = _configuration.Current.Owner("li");
        var reversed = _configuration.Current with
        {
            Groups = [.. _configuration.Current.Groups.Reverse()],
            Owners = [owner with { Shares = owner.Shares! with { Promoters = [.. owner.Shares.Promoters.Reverse()] } }],
        };

        Assert.That(ShareRules.Of(reversed, reversed.Owner("li")).ToJson(), Is.EqualTo(rules.ToJson()));
        Assert.That(ShareRules.FromJson(rules.ToJson()).ToJson(), Is.EqualTo(rules.ToJson()));
    }

    private ValueTask<CommissionTerms> ForAsync(string? group, DateTimeOffset? at = null) => _terms.ForAsync("li", group, at ?? Some.Morning, default);

    private ShareTerms Start(LiveConfiguration? configuration = null) =>
        new(configuration ?? _configuration, _history, new PromoterLevels(_sales, _clock), _clock, NullLogger<ShareTerms>.Instance);

    /// <summary>Says who promotes in the two groups.</summary>
    private void Promoters(string first, string second) => _folder.Write(GroupsFile.Name, $$"""
        {
          "groups": [
            { "id": "mama-1", "name": "宝妈一群", "owner": "li", "promoter": "{{first}}", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" },
            { "id": "mama-2", "name": "宝妈二群", "owner": "li", "promoter": "{{second}}", "adapter": "preview", "address": "demo2", "audience": "mama", "schedule": "day" }
          ]
        }
        """);
}
