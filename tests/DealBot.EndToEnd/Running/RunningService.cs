using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Contracts;

namespace DealBot.EndToEnd.Running;

/// <summary><c>dealbot run</c> as a child process, with a shop of its own: a folder, one owner, one preview group.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningService(Process process) => _process = process;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RunningService> StartAsync(string folder)
    {
        var service = Begin(folder);
        try
        {
            service._http.BaseAddress = await service._address.Task.WaitAsync(Poll.Deadline);
            return service;
        }
        catch (TimeoutException)
        {
            var said = service.Said();
            await service.DisposeAsync();
            throw new AssertionException($"The service does not listen. It said:\n{said}");
        }
    }

    /// <summary>Starts it and waits for nothing but its first word.</summary>
    public static async Task<RunningService> BeginAsync(string folder)
    {
        var service = Begin(folder);
        await service._spoke.Task.WaitAsync(Poll.Deadline);
        return service;
    }

    private static RunningService Begin(string folder)
    {
        var service = new RunningService(DealBotProcess.Start(folder, ["run"]));
        service._process.OutputDataReceived += (_, line) => service.Take(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Take(line.Data);
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    public int Port => _http.BaseAddress!.Port;

    public Task<HttpResponseMessage> AskAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Calls it as a platform does.</summary>
    public async Task<(HttpStatusCode Status, string Body)> CallAsync(string adapter, CallbackRequest call)
    {
        var query = string.Join('&', call.Query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri($"/callback/{adapter}/{call.Endpoint}?{query}", UriKind.Relative));
        if (call.Method == "POST")
        {
            request.Content = new ByteArrayContent(call.Body.ToArray());

            // What is too long is not sent: written into a connection that ends, it would cost the answer that says so.
            request.Headers.ExpectContinue = call.Body.Length > CallbackRequest.MaxBytes;
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What /readyz says; null while it does not answer 200.</summary>
    public async Task<JsonElement?> ReadyAsync()
    {
        using var response = await AskAsync("/readyz");
        return response.StatusCode == HttpStatusCode.OK ? JsonElement.Parse(await response.Content.ReadAsStringAsync()) : null;
    }

    /// <summary>Asks it to end, as systemd and docker do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        // The shell's own kill: a bare system has no program of that name.
        using var kill = Process.Start("bash", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Poll.Deadline);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public string Said()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        _spoke.TrySetResult();

        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: \"?(?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}
