using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Preview;

/// <summary>
/// The folder of one address. A message is in it once its line ends with a new line, and never twice. The file is opened for
/// each message, so that an owner may delete it and a second process may write to it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose.")]
internal sealed partial class PreviewFolder(string directory)
{
    private const byte NewLine = (byte)'\n';

    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long _readUpTo;

    /// <summary>The file of messages.</summary>
    public const string LogName = "messages.jsonl";

    /// <summary>Name of an attached file: the message's id where a file can bear it, and else its hash.</summary>
    public static string FileName(string messageId, string extension) =>
        (SafeName().IsMatch(messageId) ? messageId : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId))))
        + "." + extension;

    /// <summary>Adds the message, its picture first, so that no line names a picture that is not there.</summary>
    public async Task AddAsync(PreviewLine line, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(directory);
            await using var file = Open();
            await ReadNewLinesAsync(file, cancellationToken);
            if (_ids.Contains(line.Id))
                return;

            if (line.File is not null)
                await WriteWholeAsync(Path.Combine(directory, line.File), picture, cancellationToken);
            await AppendAsync(file, line, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether the message is in the folder.</summary>
    public async Task<bool> HasAsync(string messageId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(Messages))
                return false;

            await using var file = Open();
            await ReadNewLinesAsync(file, cancellationToken);
            return _ids.Contains(messageId);
        }
        finally
        {
            _turn.Release();
        }
    }

    private string Messages => Path.Combine(directory, LogName);

    // No buffer, so that a line goes to the system in one write; no sharing, so that two processes never interleave.
    private FileStream Open() =>
        new(Messages, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private static async Task WriteWholeAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var unfinished = path + ".tmp";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            await file.WriteAsync(bytes, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private async Task AppendAsync(FileStream file, PreviewLine line, CancellationToken cancellationToken)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, PlainJson.Options), NewLine];
        cancellationToken.ThrowIfCancellationRequested();
        // From here on a cancellation would only tear the line.
        await file.WriteAsync(bytes, CancellationToken.None);
        file.Flush(flushToDisk: true);

        _readUpTo = file.Position;
        _ids.Add(line.Id);
    }

    /// <summary>Learns the ids added since the last look and cuts off a last line that a kill left half written.</summary>
    private async Task ReadNewLinesAsync(FileStream file, CancellationToken cancellationToken)
    {
        if (file.Length < _readUpTo)
        {
            _ids.Clear();
            _readUpTo = 0;
        }

        var added = new byte[file.Length - _readUpTo];
        file.Position = _readUpTo;
        await file.ReadExactlyAsync(added, cancellationToken);

        var whole = added.AsSpan().LastIndexOf(NewLine) + 1;
        if (whole < added.Length)
            file.SetLength(_readUpTo + whole);

        foreach (var range in added.AsSpan(0, whole).Split(NewLine))
            Learn(added.AsSpan(0, whole)[range]);

        _readUpTo += whole;
        file.Position = _readUpTo;
    }

    private void Learn(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
            return;

        try
        {
            if (JsonSerializer.Deserialize<PreviewLine>(line, PlainJson.Options)?.Id is { } id)
                _ids.Add(id);
        }
        catch (JsonException)
        {
            // A line that somebody edited by hand is no message of ours; the rest of the file still counts.
        }
    }

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeName();
}
