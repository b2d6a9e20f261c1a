using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Telegram;

/// <summary>A message with a file, which goes as a form.</summary>
/// <param name="Part">Name of the file's part.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Bytes">The file.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Fields">The other fields, in order.</param>
internal sealed record TelegramUpload(
    string Part, string Name, ReadOnlyMemory<byte> Bytes, string MediaType, IReadOnlyList<(string Name, string Value)> Fields)
{
    public HttpContent Form() =>
        Fields.Aggregate(FileForm.New(), (form, field) => form.With(field.Name, field.Value)).With(Part, Name, Bytes, MediaType);

    /// <summary>The form in words.</summary>
    public override string ToString() =>
        string.Concat(Fields.Select(field => $"{field.Name}: {field.Value}\n")) + $"{Part}: {Name} ({MediaType}, {Bytes.Length} bytes)";
}
