using System.Net;
using System.Text.Json;
using DealBot.Core.Clicks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

/// <summary>The disk is full, or somebody else holds the database.</summary>
public sealed class RedirectWithoutDatabaseTests
{
    [Test]
    public async Task Member_is_sent_on_although_the_click_is_lost()
    {
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton<IClickJournal, FullDisk>());

        using var response = await stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(WebStage.Target));
        using var ready = JsonDocument.Parse(await stage.Http.GetStringAsync("/readyz"));
        Assert.That(ready.RootElement.GetProperty("clicksLost").GetInt64(), Is.EqualTo(1));
    }

    [Test]
    public async Task Member_is_asked_to_come_again_when_the_link_can_not_be_looked_up()
    {
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton<ILinkStore, LockedDatabase>());

        using var response = await stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("请过一会儿再点一次"));
    }

    [Test]
    public async Task Clicks_are_kept_while_somebody_else_holds_the_database_and_taken_in_afterwards()
    {
        await using var stage = await WebStage.OpenAsync();
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = stage.Folder.Database, Pooling = false }.ToString()))
        {
            other.Open();
            using var held = other.BeginTransaction(deferred: false);

            for (var member = 1; member <= 20; member++)
            {
                using var response = await stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", $"203.0.113.{member}"));
                Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(WebStage.Target));
            }
        }

        Assert.That(stage.Clicks(), Has.Count.EqualTo(20));
        Assert.That(stage.Get<ClickRecorder>().Lost, Is.Zero);
    }

    private sealed class LockedDatabase : ILinkStore
    {
        public Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken) =>
            throw new Microsoft.Data.Sqlite.SqliteException("database is locked", 5);

        public Task<IReadOnlyList<TrackedLink>> FindAllAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
            throw new Microsoft.Data.Sqlite.SqliteException("database is locked", 5);
    }

    private sealed class FullDisk : IClickJournal
    {
        public void Append(IReadOnlyList<Click> clicks) => throw new IOException("No space left on device");
    }
}
