using System.Net;
using System.Text.Json;
using DealBot.Core.Configuration;
using DealBot.Host.Jobs;
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
    public async Task Service_with_a_database_is_ready()
    {
        await using var stage = await WebStage.OpenAsync();

        using var response = await stage.AskAsync("/readyz");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"status":"ok","database":true,"deals":0,"configurationFaults":[],"clicksLost":0}"""));
    }

    [Test]
    public async Task Service_without_a_database_is_not_ready_but_healthy()
    {
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton<IStateStore, Unreadable>());

        using var ready = await stage.AskAsync("/readyz");
        using var healthy = await stage.AskAsync("/healthz");

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain("\"unavailable\"").And.Contain("\"database\":false"));
        Assert.That(healthy.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Bad_edit_of_the_configuration_is_told_and_the_service_stays_ready()
    {
        await using var stage = await WebStage.OpenAsync();
        stage.Folder.Write("schedules.json", """{ "schedules": [{ "id": "day", "rules": [{ "cron": "every morning" }] }] }""");

        await stage.Get<ConfigurationReload>().RunAsync(CancellationToken.None);

        using var response = await stage.AskAsync("/readyz");
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(report.RootElement.GetProperty("configurationFaults").EnumerateArray().Select(fault => fault.GetString()), Has.One.StartsWith("schedules.json $.schedules[0].rules[0].cron: "));
    }

    private sealed class Unreadable : IStateStore
    {
        public Task<string?> GetAsync(string name, CancellationToken cancellationToken) =>
            throw new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10);

        public Task SetAsync(string name, string value, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
