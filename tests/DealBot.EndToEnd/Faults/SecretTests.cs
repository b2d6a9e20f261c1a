using System.Globalization;
using System.Text;
using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;
using Microsoft.Data.Sqlite;

namespace DealBot.EndToEnd.Faults;

/// <summary>The service and its commands through success and failure, with the log at its most talkative: nothing they leave holds a secret.</summary>
public sealed class SecretTests
{
    private static readonly StageOptions Talkative = new()
    {
        Environment = new Dictionary<string, string>
        {
            ["Serilog__MinimumLevel__Default"] = "Verbose",
            ["Serilog__MinimumLevel__Override__Microsoft"] = "Verbose",
            ["Serilog__MinimumLevel__Override__Quartz"] = "Information",
        },
    };

    private static readonly PlatformFault[] Faults =
    [
        PlatformFault.ChatCutsAfterAccepting, PlatformFault.ChatCutsBeforeAccepting, PlatformFault.ChatAnswersTooLate, PlatformFault.ChatAnswersHtml,
        PlatformFault.ChatAnswersHalf, PlatformFault.LinkAnswersHtml, PlatformFault.LinkTooFrequent, PlatformFault.OrdersHalf, PlatformFault.OrdersHtml,
    ];

    [Test]
    public async Task No_secret_is_in_a_log_an_output_a_health_report_or_a_row()
    {
        await using var stage = await FaultStage.OpenAsync(Talkative);
        Array.ForEach(Faults, stage.World.Suffer);
        stage.World.WeCom.Faults.AnswerWith(45009);
        stage.World.WeCom.Faults.AnswerWith(93000);
        await Poll.UntilAsync(() => Task.FromResult(stage.World.Chat.Calls.Count(call => call.Fault is not null)), seen => seen >= 7, "every fault of the chat suffered");
        var said = new StringBuilder(await ReadyAsync(stage));
        foreach (var args in Commands(stage))
        {
            var ended = await DealBotProcess.RunAsync(stage.World.Files.Folder, args);
            said.AppendLine(CultureInfo.InvariantCulture, $"{string.Join(' ', args)}\n{ended.Output}\n{ended.Errors}");
        }

        await stage.EndAsync();
        said.AppendLine(stage.Said);
        var rows = Rows(stage.World.Files.Database, out var keys);

        Assert.That(said.Length, Is.GreaterThan(10_000), "the log was talkative");
        string[] secrets = [TrialFiles.AppSecret, .. TrialFiles.Robots.Values, .. keys];
        foreach (var form in secrets.SelectMany(Forms))
        {
            Assert.That(said.ToString(), Does.Not.Contain(form));
            Assert.That(rows, Does.Not.Contain(form));
        }
    }

    private static IEnumerable<string[]> Commands(FaultStage stage)
    {
        var files = stage.World.Files;
        var settings = File.ReadAllText(files.File("appsettings.json"));
        files.WriteWhole("listening.json", settings.Replace("127.0.0.1:0", stage.Service.Address!.Authority, StringComparison.Ordinal));
        files.WriteWhole("bad.json", settings.Replace("\"Robots\"", "\"Robot\"", StringComparison.Ordinal).Replace("bySubUnionId", TrialFiles.AppSecret, StringComparison.Ordinal));
        files.WriteWhole("broken.json", settings[..(settings.IndexOf(TrialFiles.AppSecret, StringComparison.Ordinal) + TrialFiles.AppSecret.Length)]);
        return
        [
            ["check"],
            ["status", "--settings", "listening.json"],
            ["check", "--offline", "--settings", "bad.json"],
            ["check", "--offline", "--settings", "broken.json"],
            ["post", "--group", TrialGroup.All[0].Id, "--dry-run"],
            ["digest"],
            ["backup", "backup.zip"],
            ["restore", "backup.zip"],
        ];
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
        return new[] { secret, Uri.EscapeDataString(secret), base64, Uri.EscapeDataString(base64) }.Distinct();
    }

    private static async Task<string> ReadyAsync(FaultStage stage)
    {
        using var http = new HttpClient { BaseAddress = stage.Service.Address };
        using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Every value of every row but the two rows that keep the keys of links and visitors, which are given apart.</summary>
    private static string Rows(string path, out IReadOnlyList<string> keys)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        keys = [.. Read(connection, "SELECT value FROM state WHERE name IN ('link_key', 'visitor_key')")];
        Assert.That(keys, Has.Count.EqualTo(2));
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToList();
        return string.Join('\n', tables.SelectMany(table => Read(connection, $"SELECT * FROM {table}{(table == "state" ? " WHERE name NOT IN ('link_key', 'visitor_key')" : "")}")));
    }

    private static IEnumerable<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                yield return $"{reader.GetValue(column)}";
            }
        }
    }
}
