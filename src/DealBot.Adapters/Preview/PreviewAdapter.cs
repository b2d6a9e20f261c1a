using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Preview;

/// <summary>
/// Writes what would be posted into a folder: <c>{Directory}/{address}/messages.jsonl</c>, pictures next to it. An address is
/// any name that a folder can bear. A message sent again under the same id is not written again. What is written into
/// <c>{Directory}/{address}/inbox.jsonl</c> is heard as if a member had said it.
/// </summary>
public sealed partial class PreviewAdapter : IMessagingAdapter, IDeliveryProof, IChatListener
{
    private static readonly TimeSpan DiskDelay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly PreviewOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, PreviewFolder> _folders = new(StringComparer.Ordinal);

    /// <summary>Creates the adapter; nothing is written before the first message.</summary>
    /// <param name="options">Settings that <see cref="PreviewOptionsValidator"/> has passed.</param>
    /// <param name="time">Clock of the messages' times.</param>
    /// <param name="name">The name of the adapter that it stands in for.</param>
    public PreviewAdapter(PreviewOptions options, TimeProvider time, string name = "preview")
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time, Name) = (options, time, name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public AdapterLimits Limits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Markdown | MessageKinds.Image | MessageKinds.News | MessageKinds.Captioned | MessageKinds.Card | MessageKinds.File,
        TextLength = 20_000,
        MarkdownLength = 20_000,
        CaptionLength = 20_000,
        ImageBytes = 5 * 1024 * 1024,
        FileBytes = 20 * 1024 * 1024,
    };

    /// <inheritdoc/>
    public bool Knows(string address) => FolderName().IsMatch(address);

    /// <inheritdoc/>
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OwnCheck.Of(Knows(request.Address) ? MessageSize.Refuse(request.Message, Limits) : BadAddress());
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (Refuse(request) is { } refusal)
            return refusal;

        try
        {
            await WriteAsync(request, cancellationToken);
            return new SendResult.Sent();
        }
        catch (UnauthorizedAccessException)
        {
            return new SendResult.Rejected(NotWritable(), nameof(PreviewOptions.Directory));
        }
        catch (IOException)
        {
            // Disk full, or another process is writing. Even if the line was written, a repetition recognises it by its id.
            return new SendResult.RetryAfter(DiskDelay, NotWritable());
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var line = PreviewLine.Of(request, _time.GetUtcNow(), AttachmentOf(request).File);
        return [new WireCall("append", Path.Combine(FolderOf(request.Address), PreviewFolder.LogName), JsonSerializer.Serialize(line, PlainJson.Options))];
    }

    /// <inheritdoc/>
    public async Task<DeliveryProof> ProveAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Knows(request.Address))
            return new DeliveryProof.Unknowable();

        try
        {
            return await Folder(request.Address).HasAsync(request.MessageId, cancellationToken) ? new DeliveryProof.Delivered() : new DeliveryProof.NotDelivered();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DeliveryProof.Unknowable();
        }
    }

    /// <inheritdoc/>
    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            !Knows(address) ? AddressReport.Failed(new AccountFault(null, BadAddress()))
            : !CanWrite(FolderOf(address)) ? AddressReport.Failed(new AccountFault(nameof(PreviewOptions.Directory), NotWritable()))
            : AddressReport.Proven());
    }

    /// <inheritdoc/>
    public async Task ListenAsync(IChatEvents events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var inbox = new PreviewInbox(_options.Directory, _time);
        while (true)
        {
            await inbox.TellAsync(events, Knows, cancellationToken);
            await Task.Delay(BetweenLooks, _time, cancellationToken);
        }
    }

    private async Task WriteAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var (bytes, file) = AttachmentOf(request);
        await Folder(request.Address).AddAsync(PreviewLine.Of(request, _time.GetUtcNow(), file), bytes, cancellationToken);
    }

    /// <summary>What goes into a file next to the line, and its name; no name for a message without one.</summary>
    private static (ReadOnlyMemory<byte> Bytes, string? File) AttachmentOf(SendRequest request)
    {
        if (request.Message is OutgoingMessage.File file)
            return (file.Bytes, PreviewFolder.FileName(request.MessageId, ExtensionOf(file.Name)));

        var picture = (request.Message as OutgoingMessage.Image ?? (request.Message as OutgoingMessage.Captioned)?.Picture)?.Bytes ?? default;
        return PictureFormat.Of(picture.Span) is { } format ? (picture, PreviewFolder.FileName(request.MessageId, format.Extension)) : default;
    }

    /// <summary>The extension of a name that came from elsewhere, if it is one that a file can bear.</summary>
    private static string ExtensionOf(string name) => Path.GetExtension(name).TrimStart('.') is var extension && SafeExtension().IsMatch(extension) ? extension : "bin";

    private PreviewFolder Folder(string address) => _folders.GetOrAdd(address, name => new PreviewFolder(FolderOf(name)));

    private string FolderOf(string address) => Path.Combine(_options.Directory, address);

    private static bool CanWrite(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            using var probe = new FileStream(
                Path.Combine(directory, ".writable"), FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Phrase BadAddress() => new(
        "预览地址只能由字母、汉字、数字、_ 和 - 组成，最多 64 个字符",
        "A preview address has letters, digits, _ and - only, at most 64 characters");

    private static Phrase NotWritable() => new(
        "预览目录无法写入，请检查 Directory、权限和磁盘空间",
        "The preview folder can't be written to; check Directory, permissions and disk space");

    [GeneratedRegex(@"\A[0-9A-Za-z]{1,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeExtension();

    // No dots and no separators: nothing that leads out of the folder, nor a device name with an extension.
    [GeneratedRegex(@"\A[\p{L}\p{Nd}_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();
}
