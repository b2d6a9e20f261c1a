using System.Net;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Host.Tests.Web;

/// <summary>Which language members see on pages.</summary>
public sealed class PageLanguageTests
{
    private const string Code = "eeeeeeeeeee";
    private const string English = "en-GB,en;q=0.9,zh-CN;q=0.5";

    private WebStage _stage = null!;

    [TearDown]
    public async Task CloseAsync() => await _stage.DisposeAsync();

    [TestCase(null, "zh-CN")]
    [TestCase("", "zh-CN")]
    [TestCase("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [TestCase("en;q=0.3, zh-TW;q=0.4", "zh-CN")]
    [TestCase("fr-FR, de;q=0.5", "zh-CN")]
    [TestCase("en;q=0, *", "zh-CN")]
    [TestCase("q=;;,,%%", "zh-CN")]
    [TestCase(English, "en")]
    [TestCase("fr-FR, en;q=0.2", "en")]
    [TestCase("EN", "en")]
    public async Task Who_follows_no_link_of_a_group_is_told_so_in_the_browsers_language(string? accepts, string language)
    {
        _stage = await WebStage.OpenAsync();

        using var response = accepts is null ? await _stage.AskAsync("/g/bbbbbbbbbbb") : await _stage.AskAsync("/g/bbbbbbbbbbb", headers: ("Accept-Language", accepts));
        var page = await response.Content.ReadAsStringAsync();

        Assert.That(page, Does.Contain($"<html lang=\"{language}\">").And.Contain(language == "en" ? "There is no such link" : "这个链接不存在或已失效"));
    }

    [TestCase("english", "zh-CN", "en", "This link has expired")]
    [TestCase("chinese", English, "zh-CN", "这个链接已经过期")]
    public async Task Link_of_a_group_that_has_expired_is_told_in_the_groups_language(string group, string accepts, string language, string text)
    {
        await OpenAsync(group);
        _stage.Clock.Advance(TimeSpan.FromDays(60));

        using var response = await _stage.AskAsync($"/g/{Code}", headers: ("Accept-Language", accepts));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"<html lang=\"{language}\">").And.Contain(text));
    }

    [Test]
    public async Task Command_is_explained_in_the_groups_language()
    {
        await OpenAsync("english");

        using var response = await _stage.AskAsync($"/g/{Code}", headers: ("Accept-Language", "zh-CN"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(page, Does.Contain("<html lang=\"en\">").And.Contain("Copy this text and open Taobao").And.Contain("￥AbCdEfG￥"));
        Assert.That(page, Does.Not.Match("[\\u4e00-\\u9fff]"), "also not in what the button says afterwards");
    }

    [Test]
    public async Task Owner_is_told_of_his_device_in_its_language()
    {
        _stage = await WebStage.OpenAsync();

        using var response = await _stage.AskAsync(_stage.Get<DealBot.Host.Web.OwnDevices>().Path, headers: ("Accept-Language", English));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Clicks of this device no longer count"));
    }

    private async Task OpenAsync(string language)
    {
        _stage = await WebStage.OpenAsync();
        _stage.Folder.Write("groups.json", $$"""
            { "groups": [{ "id": "mama-1", "name": "A", "language": "{{language}}", "owner": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" }] }
            """);
        Assert.That(_stage.Get<DealBot.Core.Configuration.LiveConfiguration>().Refresh(), Is.Empty);
        var link = new TrackingLink(new Uri("https://uland.taobao.com/coupon/edetail?e=a"), new Tracking(null, "111222333"), null) { Command = "￥AbCdEfG￥" };
        var deal = Some.PlannedDeal(Some.Deal("7") with { Key = new DealKey("taobao", "7") }, Code) with { Link = link };
        await _stage.Get<IOutbox>().PlanAsync(Some.Post("p-language", groupId: "mama-1") with { Deals = [deal] }, CancellationToken.None);
    }
}
