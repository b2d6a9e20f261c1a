namespace DealBot.Templating.Runtime;

/// <summary>Values as objects, the commonest of them made once.</summary>
internal static class Boxes
{
    private const int Smallest = -128;

    private const int Largest = 1023;

    private static readonly object True = true;

    private static readonly object False = false;

    private static readonly object[] Numbers = [.. Enumerable.Range(Smallest, Largest - Smallest + 1).Select(number => (object)number)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => value is >= Smallest and <= Largest ? Numbers[value - Smallest] : value;

    /// <summary>The value of a type that is known only to the runtime; the tests of the type cost nothing then.</summary>
    public static object? Of<T>(T value)
    {
        if (typeof(T) == typeof(bool))
            return Of((bool)(object)value!);
        return typeof(T) == typeof(int) ? Of((int)(object)value!) : value;
    }
}
