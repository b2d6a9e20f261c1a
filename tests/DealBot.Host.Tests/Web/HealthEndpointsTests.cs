using System.Net;
using System.Text.Json;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Host.Jobs;
using DealBot.Host.Settings;
using DealBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

public sealed class HealthEndpointsTests
{
    [Test]
    public async Task Process_that_answers_is_healthy()
    {
        await using var stage = await WebStage.OpenAsync();

        using var response = await stage.AskAsync("/healthz");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"status":"ok"}"""));
    }

    [Test]
    public async Task Service_that_can_write_its_database_is_ready_and_says_how_the_work_stands()
    {
        await using var stage = await WebStage.OpenAsync();
        await stage.Get<IOutbox>().PlanAsync(Some.Post("late", Some.Morning.AddMinutes(-90)), CancellationToken.None);
        await stage.Get<IOutbox>().PlanAsync(Some.Post("ahead", Some.Morning.AddMinutes(90)), CancellationToken.None);
        await stage.Get<IAccountStore>().SaveAsync(
            new AccountKey("preview", "demo"), new AccountState { Phase = AccountPhase.Open, Reason = Some.Phrase }, CancellationToken.None);

        var (code, report) = await ReadyAsync(stage);

        Assert.That(code, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(report.GetProperty("status").GetString(), Is.EqualTo("ok"));
        Assert.That(report.GetProperty("database").GetBoolean(), Is.True);
        Assert.That(report.GetProperty("figures").GetProperty("due").GetInt64(), Is.EqualTo(2));
        Assert.That(report.GetProperty("figures").GetProperty("ahead").GetInt64(), Is.EqualTo(1));
        Assert.That(Codes(report), Is.EquivalentTo(new[] { "posts_late", "account_open", "catalog_empty", "links_unproven" }));
    }

    [Test]
    public async Task Service_whose_database_is_locked_for_writing_is_not_ready_but_healthy()
    {
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton<StorageProbe>());
        using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = stage.Folder.Database, Pooling = false }.ToString());
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        var (code, report) = await ReadyAsync(stage);
        using var healthy = await stage.AskAsync("/healthz");

        Assert.That(code, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(report.GetProperty("status").GetString(), Is.EqualTo("unavailable"));
        Assert.That(Codes(report), Does.Contain("database_busy"));
        Assert.That(healthy.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Service_whose_database_was_deleted_is_not_ready_and_says_what_to_do()
    {
        await using var stage = await WebStage.OpenAsync();
        File.Delete(stage.Folder.Database);

        var (code, report) = await ReadyAsync(stage);

        Assert.That(code, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(report.GetProperty("database").GetBoolean(), Is.False);
        Assert.That(report.GetProperty("findings")[0].GetProperty("zh").GetString(), Does.Contain("dealbot restore"));
    }

    [TestCase("X-Forwarded-For", "203.0.113.7")]
    [TestCase("X-Real-IP", "203.0.113.7")]
    [TestCase("Via", "1.1 proxy")]
    public async Task Strangers_learn_only_whether_the_service_is_ready(string header, string value)
    {
        await using var stage = await WebStage.OpenAsync();

        using var response = await stage.AskAsync("/readyz", headers: [(header, value)]);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"status":"ok"}"""));
    }

    [TestCase("Bearer 0123456789abcdef", true)]
    [TestCase("Bearer 0123456789abcdeX", false)]
    [TestCase("Bearer ", false)]
    [TestCase("0123456789abcdef", false)]
    public async Task Who_has_the_token_learns_all_from_anywhere(string authorization, bool all)
    {
        await using var stage = await WebStage.OpenAsync(services =>
        {
            var settings = (HostSettings)services.Last(service => service.ServiceType == typeof(HostSettings)).ImplementationInstance!;
            services.AddSingleton(settings with { Telemetry = new TelemetryOptions { HealthToken = "0123456789abcdef" } });
        });

        using var response = await stage.AskAsync("/readyz", headers: [("X-Forwarded-For", "203.0.113.7"), ("Authorization", authorization)]);

        Assert.That(JsonElement.Parse(await response.Content.ReadAsStringAsync()).TryGetProperty("figures", out _), Is.EqualTo(all));
    }

    [Test]
    public async Task Bad_edit_of_the_configuration_is_told_and_the_service_stays_ready()
    {
        await using var stage = await WebStage.OpenAsync();
        stage.Folder.Write("schedules.json", """{ "schedules": [{ "id": "day", "rules": [{ "cron": "every morning" }] }] }""");

        await stage.Get<ConfigurationReload>().RunAsync(CancellationToken.None);

        var (code, report) = await ReadyAsync(stage);
        Assert.That(code, Is.EqualTo(HttpStatusCode.OK));
        var fault = report.GetProperty("configurationFaults").EnumerateArray().Single();
        Assert.That(fault.GetProperty("zh").GetString(), Does.StartWith("schedules.json $.schedules[0].rules[0].cron: ").And.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(fault.GetProperty("en").GetString(), Does.StartWith("schedules.json $.schedules[0].rules[0].cron: ").And.Not.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(Codes(report), Does.Contain("configuration"));
    }

    private static async Task<(HttpStatusCode Code, JsonElement Report)> ReadyAsync(WebStage stage)
    {
        using var response = await stage.AskAsync("/readyz");
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    private static List<string> Codes(JsonElement report) => [.. report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!)];
}
