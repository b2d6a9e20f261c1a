using System.Diagnostics;
using System.Text.Json;

namespace DealBot.Adapters.Tests.Wechaty.Real;

/// <summary>Wechaty's own puppet service from npm, with its mock puppet, in a process of its own (<c>tests/WechatyPeer/peer.js</c>).</summary>
internal sealed class RealPeer : IDisposable
{
    public const string Token = "insecure_7b1c5f0e-2f60-4c39-9d53-0a9b6d1e8c42";

    private readonly Process _process;

    private RealPeer(Process process, JsonElement ready)
    {
        _process = process;
        Endpoint = new Uri($"http://127.0.0.1:{ready.GetProperty("plainPort").GetInt32()}");
        TlsEndpoint = new Uri($"https://127.0.0.1:{ready.GetProperty("tlsPort").GetInt32()}");
        Authority = ready.GetProperty("authority").GetString()!;
    }

    /// <summary>Where it speaks without TLS.</summary>
    public Uri Endpoint { get; }

    /// <summary>Where it speaks TLS, with the certificate that Wechaty ships.</summary>
    public Uri TlsEndpoint { get; }

    /// <summary>The authority of that certificate, as PEM.</summary>
    public string Authority { get; }

    private static string Folder { get; } = Path.Combine(Repository(), "tests", "WechatyPeer");

    /// <summary>Starts it; where it is not installed, the test is ignored and says how to.</summary>
    public static RealPeer Start()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            Assert.Ignore("The real Wechaty service is not installed: run `npm ci` in tests/WechatyPeer (Node 16 or newer), or bash scripts/test.sh, which does it.");

        var process = Process.Start(new ProcessStartInfo("node", ["peer.js", Token])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["WECHATY_LOG"] = "silent", ["NODE_NO_WARNINGS"] = "1" },
        })!;
        return new RealPeer(process, Read(process));
    }

    /// <summary>Lets it do something; see the commands of the script.</summary>
    public JsonElement Do(object command)
    {
        lock (_process)
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(command));
            _process.StandardInput.Flush();
            return Read(_process).GetProperty("answer");
        }
    }

    public void Dispose()
    {
        // It ends with its input.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }

    private static JsonElement Read(Process process) =>
        process.StandardOutput.ReadLine() is { } line ? JsonElement.Parse(line) : throw new InvalidOperationException("The service ended; its words are above.");

    private static string Repository()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "DealBot.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
