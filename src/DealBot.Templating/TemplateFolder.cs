using System.Collections.Concurrent;
using System.IO.Enumeration;
using DealBot.Templating.Loading;

namespace DealBot.Templating;

/// <summary>
/// The templates below a folder, named by their path with <c>/</c>. Each is parsed once, and again when its file changes (its time of
/// writing, its length, or the file that a link names); a rendering that has begun keeps what it has. Names cannot lead out of the
/// folder, nor can links below it, whether they are files or folders. Safe to use from many threads.
/// </summary>
/// <remarks>
/// A file that is replaced by renaming is seen either old or new. One that is overwritten in place may be read half-written; it is then
/// read again when next asked for.
/// </remarks>
public sealed class TemplateFolder : ITemplateLoader
{
    private readonly string _root;
    private readonly TemplateFolderOptions _options;
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Names the folder; it need not exist yet.</summary>
    public TemplateFolder(string directory, TemplateFolderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _root = Path.GetFullPath(directory);
        _options = options ?? TemplateFolderOptions.Default;
    }

    /// <summary>The names of all templates, in ordinal order.</summary>
    public IEnumerable<string> Names => Directory.Exists(_root) ? Enumerate().Where(Exists).Order(StringComparer.Ordinal) : [];

    /// <summary>Whether there is a template of that name.</summary>
    public bool Exists(string name) => Locate(name) is not null;

    /// <summary>The template of that name as its file is now; null when there is none, or when the name is none for this folder.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is larger than <see cref="TemplateFolderOptions.LargestFile"/>.</exception>
    public Template? Load(string name)
    {
        if (Locate(name) is not { } file)
        {
            _entries.TryRemove(name, out _);
            return null;
        }

        var stamp = new Stamp(file.FullName, file.LastWriteTimeUtc, file.Length);
        if (_entries.TryGetValue(name, out var known) && known.Stamp == stamp)
            return known.Served;
        var parsed = Template.Parse(Read(name, file), name, _options.Parsing);
        var keepsLastGood = parsed.HasErrors && _options.Broken is not null && known is { Served.HasErrors: false };
        var entry = new Entry(stamp, keepsLastGood ? known!.Served : parsed);
        // Of several threads that saw the change one reports it; all serve the same.
        var isFirst = known is null ? _entries.TryAdd(name, entry) : _entries.TryUpdate(name, entry, known);
        if (isFirst && keepsLastGood)
            _options.Broken!(parsed);
        return entry.Served;
    }

    private FileSystemEnumerable<string> Enumerate() => new(
        _root,
        (ref FileSystemEntry entry) => Path.GetRelativePath(_root, entry.ToFullPath()).Replace('\\', '/'),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        // A link to a folder could lead in circles.
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };

    /// <summary>The file itself, links resolved; null when there is none or it is not within the folder.</summary>
    private FileInfo? Locate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!TemplateName.IsSafe(name) || !FileSystemName.MatchesSimpleExpression(_options.Pattern, name.AsSpan(name.LastIndexOf('/') + 1), ignoreCase: false))
            return null;
        if (RealPath.Of(_root) is not { } root || RealPath.Of(Path.Combine(root, name)) is not { } path)
            return null;
        var prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        var file = new FileInfo(path);
        return path.StartsWith(prefix, StringComparison.Ordinal) && file.Exists ? file : null;
    }

    private string Read(string name, FileInfo file)
    {
        // A pipe or a device has no length either, and opening one may wait for ever.
        if (file.Length == 0)
            return "";
        // The bytes are counted while reading: the file may grow after its length was looked at.
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        var buffer = new byte[16_384];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            content.Write(buffer, 0, count);
            if (content.Length > _options.LargestFile)
                throw new InvalidDataException($"The template `{name}` is larger than {_options.LargestFile} bytes.");
        }

        content.Position = 0;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private sealed record Stamp(string Path, DateTime Written, long Length);

    private sealed record Entry(Stamp Stamp, Template Served);
}
