using DealBot.Adapters.Preview;
using DealBot.Core.Rendering;
using DealBot.Host.Composition;
using DealBot.Host.Settings;
using DealBot.Networks.Jd;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests;

/// <summary>The smallest configuration that is whole, in a folder of its own: one owner, one group that the preview adapter writes to disk.</summary>
internal sealed class ServiceFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public ServiceFolder()
    {
        Directory.CreateDirectory(_folder.File("config"));
        Write("owners.json", """{ "owners": [{ "id": "li", "name": "李站长", "networkAccounts": { "jd": "li" }, "digest": { "at": "22:00", "adapter": "preview", "address": "li" } }] }""");
        Write("groups.json", """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" }] }""");
        Write("audiences.json", """{ "audiences": [{ "id": "mama", "name": "宝妈" }] }""");
        Write("schedules.json", """{ "schedules": [{ "id": "day", "rules": [{ "at": ["09:00"] }] }] }""");
    }

    /// <summary>Changes the settings that the service is laid with.</summary>
    public Func<HostSettings, HostSettings> Change { get; set; } = static settings => settings;

    public string Database => _folder.File("data/dealbot.db");

    public HostSettings Settings => new()
    {
        PublicBaseUrl = new Uri("https://deal.example.cn"),
        Listen = "http://127.0.0.1:0",
        ConfigDirectory = _folder.File("config"),
        TemplateDirectory = Repository.Path("templates"),
        Storage = new StorageOptions { Path = Database },
        Images = new ImageOptions { Hosts = [] },
        Networks = new NetworkSettings
        {
            Jd = new JdOptions
            {
                // Nobody listens there: no test leaves this machine.
                Gateway = "http://127.0.0.1:9/routerjson",
                MaxRetries = 0,
                Accounts = new Dictionary<string, JdAccount> { ["li"] = new() { AppKey = "key", AppSecret = "secret", UnionId = "1", SiteId = "2" } },
            },
        },
        Adapters = new AdapterSettings { Preview = new PreviewOptions { Directory = _folder.File("preview") } },
    };

    /// <summary>Writes one of the owners' files.</summary>
    public void Write(string name, string json) => File.WriteAllText(_folder.File($"config/{name}"), json);

    public async Task<Foundation> LayAsync(TimeProvider time)
    {
        var (foundation, faults) = await Foundation.LayAsync(Change(Settings), time, NullLoggerFactory.Instance, seeds: null, CancellationToken.None);
        Assert.That(faults, Is.Empty);
        return foundation!;
    }

    public void Dispose() => _folder.Dispose();
}
