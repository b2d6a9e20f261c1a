using DealBot.Host.Tests.Docs;

namespace DealBot.EndToEnd.Plugins;

/// <summary>What docs/plugins.md tells an outsider to do, done: the very commands of the document, in an empty folder, with the edits that it asks for.</summary>
public sealed class PluginDocumentTests
{
    private static readonly string[] Runnable = ["sh", "json"];

    [Test]
    public async Task Plugin_made_by_the_commands_of_the_document_posts()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var shop = await Running.Shop.OpenAsync("0 0 3 * * ?");
        using var outside = new OutsideFolder();
        var steps = new MarkdownDocument(Repository.Path("docs", "plugins.md")).Fences.Where(fence => Runnable.Contains(fence.Language)).ToList();
        Assert.That(steps.Select(step => step.Language), Is.EqualTo(new[] { "sh", "sh", "sh", "sh", "json", "json", "sh" }), "the steps of the quick start");

        // The two lines that are the reader's to edit.
        var places = steps[0].Text.Replace("DEALBOT=~/dealbot", $"DEALBOT={outside.Clone}", StringComparison.Ordinal).Replace("SITE=/opt/dealbot", $"SITE={shop.Path}", StringComparison.Ordinal);
        var made = await outside.RunAsync([places, .. steps.Skip(1).Take(3).Select(step => step.Text)]);
        Assert.That(made.Code, Is.Zero, $"{made.Output}\n{made.Errors}");
        Assert.That(made.Output, Does.Match(@"Passed!\s+- Failed:\s+0"), "the plugin's own tests, contract kit included");

        shop.Take(steps[4].Text.Replace("https://receiver.example/hook", receiver.Address, StringComparison.Ordinal), steps[5].Text);
        var posted = await outside.RunAsync([places, steps[6].Text]);

        Assert.That(posted.Code, Is.Zero, $"{posted.Output}\n{posted.Errors}");
        Assert.That(posted.Output, Does.Contain("插件 acme 1.0.0 ✓").And.Contain("群 mama-1 acme/board").And.Contain("已发送"));
        var body = receiver.Bodies.Single();
        Assert.That(body.GetProperty("text").GetString(), Does.StartWith("好价\nhttps://deal.example.cn/g/"));
    }
}
