using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>Says in words what a value of a type looks like.</summary>
internal static class ConfigurationTypes
{
    public static Phrase Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            var names = string.Join(" | ", Enum.GetNames(type).Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
            return new Phrase($"以下之一：{names}", $"one of {names}");
        }

        if (type == typeof(string))
        {
            return new Phrase("文字，例如 \"abc\"", "text, for example \"abc\"");
        }

        return type switch
        {
            _ when type == typeof(bool) => new Phrase("true 或 false", "true or false"),
            _ when type == typeof(int) || type == typeof(long) => new Phrase("整数，例如 5", "a whole number, for example 5"),
            _ when type == typeof(double) || type == typeof(decimal) => new Phrase("数字，例如 1.5", "a number, for example 1.5"),
            _ when type == typeof(Money) => new Phrase("金额（元），例如 9.9", "an amount in yuan, for example 9.9"),
            _ when type == typeof(Rate) => new Phrase("百分数，例如 15 表示 15%", "a percentage, for example 15 for 15 %"),
            _ when type == typeof(TimeOnly) => new Phrase("时刻，例如 \"21:30\"", "a time of day, for example \"21:30\""),
            _ when type == typeof(DateOnly) => new Phrase("日期，例如 \"2026-06-18\"", "a date, for example \"2026-06-18\""),
            _ when type == typeof(Uri) => new Phrase("网址，例如 \"https://example.cn\"", "an address, for example \"https://example.cn\""),
            _ when type.IsGenericType && type.Name.Contains("Dictionary", StringComparison.Ordinal) => new Phrase("对象 { … }", "an object { … }"),
            _ when type.IsGenericType || type.IsArray => new Phrase("数组 [ … ]", "an array [ … ]"),
            _ => new Phrase("对象 { … }", "an object { … }"),
        };
    }
}
