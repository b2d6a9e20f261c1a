using System.Net;
using DealBot.Core.Clicks;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using DealBot.Host.Web;
using DealBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

/// <summary>The service's endpoints on a free port, put together as <c>Program.cs</c> does but for the jobs, with one planned post.</summary>
internal sealed class WebStage : IAsyncDisposable
{
    public const string Code = "aaaaaaaaaaa";
    public const string Target = "https://union.example/aaaaaaaaaaa";
    public const string WeChat = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49";

    private readonly WebApplication _app;

    private WebStage(ServiceFolder folder, Foundation foundation, WebApplication app) => (Folder, Foundation, _app) = (folder, foundation, app);

    public ServiceFolder Folder { get; }

    public Foundation Foundation { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<WebStage> OpenAsync(Action<IServiceCollection>? change = null)
    {
        var folder = new ServiceFolder();
        var foundation = await folder.LayAsync(new TestClock(Some.Morning));
        var builder = WebPipeline.CreateBuilder(foundation);
        builder.Services.AddSingleton(OwnerScreen.Dark).AddSingleton<ConfigurationReload>();

        // A disk that others keep busy is no reason why the service should not be ready.
        builder.Services.AddSingleton(new StorageProbe(foundation.Database, foundation.Time) { Patience = TimeSpan.FromMinutes(2) });
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseDealBot();
        await app.StartAsync();
        var stage = new WebStage(folder, foundation, app);
        stage.Http.BaseAddress = new Uri(app.Urls.Single());
        await stage.Get<IOutbox>().PlanAsync(Some.Post() with { Deals = [Some.PlannedDeal(code: Code)] }, CancellationToken.None);
        return stage;
    }

    /// <summary>Asks for a path, as a member's phone would unless told otherwise.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, string method = "GET", string? userAgent = WeChat, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{Http.BaseAddress!.AbsoluteUri.TrimEnd('/')}{path}"));
        if (userAgent is not null)
        {
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    public TestClock Clock => (TestClock)Foundation.Time;

    /// <summary>What is in the database once it has taken in what is on the disk, read by a connection that the service knows nothing of.</summary>
    public IReadOnlyList<(string Code, string Kind, string Visitor)> Clicks()
    {
        Get<ClickIngestion>().CatchUpAsync(CancellationToken.None).GetAwaiter().GetResult();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Folder.Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT code, kind, visitor FROM clicks ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var clicks = new List<(string, string, string)>();
        while (reader.Read())
        {
            clicks.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return clicks;
    }

    public string VisitorOf(string address) => new VisitorIds(Foundation.Keys.Visitors, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).For(IPAddress.Parse(address), WeChat, Clock.Now);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Foundation.Dispose();
        Folder.Dispose();
    }
}
