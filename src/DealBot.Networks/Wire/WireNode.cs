using System.Globalization;
using System.Text.Json;
using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>
/// A place in a network's answer, read tolerantly: gateways send numbers as strings and strings as numbers, <c>""</c> or <c>[]</c> for an absent
/// object, one object for a list of one. What is absent or of no use reads as null; only <see cref="Parse"/> throws.
/// </summary>
internal readonly struct WireNode(JsonElement value)
{
    private const decimal LargestYuan = 1_000_000_000m;
    private readonly JsonElement _value = value;

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static WireNode Parse(string json) => new(JsonElement.Parse(json));

    public WireNode this[string name] => IsObject && _value.TryGetProperty(name, out var child) ? new WireNode(child) : default;

    public bool Exists => _value.ValueKind != JsonValueKind.Undefined;

    public bool IsObject => _value.ValueKind == JsonValueKind.Object;

    public bool IsEmpty => _value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.Object => !_value.EnumerateObject().Any(),
        JsonValueKind.Array => _value.GetArrayLength() == 0,
        JsonValueKind.String => Text is null,
        _ => false,
    };

    public IEnumerable<(string Name, WireNode Value)> Members =>
        IsObject ? _value.EnumerateObject().Select(member => (member.Name, new WireNode(member.Value))) : [];

    /// <summary>The entries of a list, also of the documents' <c>{"coupon":{…}}</c> and of a list of one without brackets.</summary>
    public IEnumerable<WireNode> Items
    {
        get
        {
            if (_value.ValueKind == JsonValueKind.Array)
            {
                return _value.EnumerateArray().Select(item => new WireNode(item)).Where(item => item.IsObject);
            }

            var members = Members.Take(2).ToArray();
            return members switch
            {
                [] => [],
                [var only] when only.Value._value.ValueKind is JsonValueKind.Object or JsonValueKind.Array => only.Value.Items,
                _ => [this],
            };
        }
    }

    public string? Text => _value.ValueKind switch
    {
        JsonValueKind.String => String(),
        JsonValueKind.Number => _value.GetRawText(),
        _ => null,
    };

    public decimal? Number =>
        Text is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Count => Number is >= 0 and <= int.MaxValue ? (int)Number.Value : null;

    /// <summary>Whether a flag is up: 1, true, or either as text.</summary>
    public bool IsSet => _value.ValueKind == JsonValueKind.True || Number == 1 || (bool.TryParse(Text, out var flag) && flag);

    /// <summary>Yuan; null beyond a milliard, which is nobody's price.</summary>
    public Money? Yuan => Number is { } yuan && Math.Abs(yuan) <= LargestYuan ? Money.FromYuan(yuan) : null;

    /// <summary>Whole fen; null beyond the same bound.</summary>
    public Money? Fen => Number is { } fen && Math.Abs(fen) <= LargestYuan * 100 && decimal.IsInteger(fen) ? new Money((long)fen) : null;

    public Rate? Percent => Number is >= 0 and <= 100 ? Rate.FromPercent(Number.Value) : null;

    /// <summary>Parts of a thousand: 200 is 20 %.</summary>
    public Rate? PerMille => Number is >= 0 and <= 1000 ? Rate.FromPercent(Number.Value / 10) : null;

    /// <summary>Seconds since 1970; 0 stands for none.</summary>
    public DateTimeOffset? Seconds => Number is > 0 and <= LargestYuan * 1000 ? BeijingTime.ReadMilliseconds(Number.Value * 1000) : null;

    /// <summary>Milliseconds since 1970 or a date in Beijing time.</summary>
    public DateTimeOffset? Time => (Number, Text) switch
    {
        ({ } milliseconds, _) => BeijingTime.ReadMilliseconds(milliseconds),
        (_, { } text) => BeijingTime.Read(text),
        _ => null,
    };

    public string Raw => _value.GetRawText();

    /// <summary>An identifier: 0 stands for none.</summary>
    public string? Id => Text is { } text && text != "0" ? text : null;

    private string? String()
    {
        try
        {
            var text = _value.GetString()!.Trim();
            return text.Length == 0 ? null : text;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, left where a network cut a title inside an emoji: there is no such text.
            return null;
        }
    }
}
