using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.EndToEnd.Running;
using DealBot.Host.Tests.Plugins;

namespace DealBot.EndToEnd.Plugins;

/// <summary>Plugins that throw, hang or do not fit, in the service as it runs, beside one that works.</summary>
public sealed class BrokenPluginTests
{
    private const string Throws = "throws";
    private const string Newer = "newer";
    private const string Hangs = "hangs";
    private const string Works = "works";

    [Test]
    public async Task Broken_plugins_are_named_and_the_groups_of_others_get_their_posts()
    {
        await using var shop = await Shop.OpenAsync("0 0 3 1 1 ? 2099");
        var board = Path.Combine(shop.Path, "board.txt");
        Add(shop, Throws, PluginSources.Adapter(create: "throw new InvalidOperationException();"));
        Add(shop, Newer, PluginSources.Adapter(), contract: "99.0");
        Add(shop, Hangs, PluginSources.Adapter(send: "Sleep()", members: "private static Task<SendResult> Sleep() { Thread.Sleep(Timeout.Infinite); return null; }"));
        Add(shop, Works, PluginSources.Adapter(
            send: "Write(request)",
            members: $$"""private static Task<SendResult> Write(SendRequest request) { System.IO.File.AppendAllText({{JsonSerializer.Serialize(board)}}, "post\n"); return Task.FromResult<SendResult>(new SendResult.Sent()); }"""));

        // Time enough for the one that works, whatever else the machine is doing.
        shop.Set("PluginCallSeconds", 20);
        shop.PostThrough(new JsonObject(), [("preview", "demo"), (Throws, "board"), (Newer, "board"), (Hangs, "board"), (Works, "board")]);

        await using var service = await RunningService.StartAsync(shop.Path);
        await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("deals").GetInt32() > 0, "ready with deals");
        await shop.PostOnceAsync(service);
        var ready = await Poll.UntilAsync(service.ReadyAsync, report => States(report) is { Sent: >= 2, Unknown: 1, Failed: 2 }, "posts sent, one unknown, two refused");

        Assert.That(shop.Messages(), Has.Count.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(board), Is.EqualTo("post\n"));
        var left = ready!.Value.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("code").GetString() == "plugin_left_out").Select(finding => $"{finding}").ToList();
        Assert.That(left, Has.Count.EqualTo(2));
        Assert.That(left, Has.One.Contain(Throws).And.One.Contain(Newer));
        await Poll.UntilAsync(() => Task.FromResult(service.Said()), said => said.Contains($"Plugin {Hangs} did not answer SendAsync within 20 s", StringComparison.Ordinal), "a word about the one that hangs");
        Assert.That(await service.TerminateAsync(), Is.Zero, "a call that hangs does not keep the service from ending");
    }

    private static (int Sent, int Unknown, int Failed) States(JsonElement? report)
    {
        var states = report?.GetProperty("figures").GetProperty("lastDay");
        return (Of("sent"), Of("unknown"), Of("failed"));
        int Of(string state) => states?.TryGetProperty(state, out var posts) == true ? posts.GetInt32() : 0;
    }

    private static void Add(Shop shop, string name, string code, string contract = "1.0")
    {
        var folder = Directory.CreateDirectory(Path.Combine(shop.Path, "plugins", name)).FullName;
        PluginCompiler.Compile(Path.Combine(folder, $"{name}.dll"), code);
        File.WriteAllText(Path.Combine(folder, "plugin.json"), $$"""{ "name": "{{name}}", "version": "1.0.0", "contract": "{{contract}}", "assembly": "{{name}}.dll", "entry": "Entry" }""");
    }
}
