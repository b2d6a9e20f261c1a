using System.Text.Json;
using DealBot.Core.Clicks;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

/// <summary>The disk is full, or somebody else holds the database.</summary>
public sealed class RedirectWithoutDatabaseTests
{
    [Test]
    public async Task Member_is_sent_on_although_the_click_is_lost()
    {
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton<IClickStore, FullDisk>());

        using var response = await stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(WebStage.Target));
        using var ready = JsonDocument.Parse(await stage.Http.GetStringAsync("/readyz"));
        Assert.That(ready.RootElement.GetProperty("clicksLost").GetInt64(), Is.EqualTo(1));
    }

    private sealed class FullDisk : IClickStore
    {
        public Task AppendAsync(IReadOnlyList<Click> clicks, TimeSpan uniqueWindow, CancellationToken cancellationToken) =>
            throw new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);
    }
}
