namespace DealBot.Host.Plugins;

/// <summary>What an option is: the types of JSON Schema without null.</summary>
internal enum OptionKind
{
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}
