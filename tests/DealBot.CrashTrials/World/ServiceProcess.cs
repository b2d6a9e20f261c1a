using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace DealBot.CrashTrials.World;

/// <summary><c>dealbot run</c> as a child process; all that it says goes into a file.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    /// <summary>Only ends what hangs: a minute is what the service itself grants to what is under way.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private int _disposed;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process, string log, DateTimeOffset begunAt)
    {
        (_process, _log, BegunAt) = (process, new StreamWriter(log) { AutoFlush = true }, begunAt);
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public DateTimeOffset BegunAt { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Where it listens; null until it does.</summary>
    public Uri? Address => _address.Task.IsCompletedSuccessfully ? _address.Task.Result : null;

    /// <summary>Starts it and does not wait.</summary>
    /// <param name="folder">Where its settings are.</param>
    /// <param name="log">The file that gets its output.</param>
    /// <param name="begunAt">The moment.</param>
    /// <param name="environment">Variables beside the harness' own.</param>
    public static ServiceProcess Start(string folder, string log, DateTimeOffset begunAt, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Executable, ["run"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new ServiceProcess(Process.Start(start)!, log, begunAt);
    }

    /// <summary>Waits until it listens.</summary>
    /// <returns>False if it ended instead.</returns>
    public async Task<bool> ListeningAsync() =>
        await Task.WhenAny(_address.Task, _process.WaitForExitAsync(CancellationToken.None)) == _address.Task;

    /// <summary>SIGKILL: it gets no word in.</summary>
    /// <returns>False if it was gone already.</returns>
    public async Task<bool> KillAsync()
    {
        if (_process.HasExited)
            return false;

        _process.Kill();
        await _process.WaitForExitAsync();
        return true;
    }

    /// <summary>Asks it to end, as systemd does, and does not wait.</summary>
    public async Task AskToEndAsync()
    {
        // The shell's own kill: a bare system has no program of that name.
        using var kill = Process.Start("bash", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Whether it ended in order: with code 0.</returns>
    /// <exception cref="OperationCanceledException">It does not end.</exception>
    public async Task<bool> EndedAsync()
    {
        using var limit = new CancellationTokenSource(LongestEnd);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode == 0;
    }

    public async ValueTask DisposeAsync()
    {
        // By the life that holds it, and by the stage if that life broke off: the second must not hide why.
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        await KillAsync();
        _process.Dispose();
        lock (_log)
            _log.Dispose();
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dealbot.exe" : "dealbot");

    private void Take(string? line)
    {
        if (line is null)
            return;

        lock (_log)
            _log.WriteLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex("Now listening on: \"?(?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}
