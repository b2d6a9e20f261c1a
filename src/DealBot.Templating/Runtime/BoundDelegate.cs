using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A delegate and its parameters, ready to be called without reflection.</summary>
internal abstract class BoundDelegate
{
    /// <summary>For one parameter, two and so on.</summary>
    private static readonly Type[] Shapes = [typeof(Of<,>), typeof(Of<,,>), typeof(Of<,,,>), typeof(Of<,,,,>), typeof(Of<,,,,,>)];

    public static BoundDelegate Bind(Delegate function, DelegateParameter[] parameters)
    {
        // The delegate's own Invoke is bound, whatever closure or static method is behind it.
        var invoke = function.GetType().GetMethod("Invoke")!;
        if (parameters.Length == 0 || parameters.Length > Shapes.Length || invoke.ReturnType == typeof(void))
            return new Reflected(function, invoke, parameters);
        Type[] types = [.. invoke.GetParameters().Select(parameter => parameter.ParameterType), invoke.ReturnType];
        return (BoundDelegate)Activator.CreateInstance(Shapes[parameters.Length - 1].MakeGenericType(types), function, parameters)!;
    }

    public abstract object? Invoke(ref ArgumentReader reader);

    private static TFunction As<TFunction>(Delegate function)
        where TFunction : Delegate =>
        function as TFunction ?? (TFunction)Delegate.CreateDelegate(typeof(TFunction), function, function.GetType().GetMethod("Invoke")!);

    private static TypedParameter<T> At<T>(DelegateParameter[] parameters, int index) => (TypedParameter<T>)parameters[index];

    private sealed class Of<T1, TResult>(Delegate function, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly Func<T1, TResult> _function = As<Func<T1, TResult>>(function);
        private readonly TypedParameter<T1> _first = At<T1>(parameters, 0);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var first = _first.Read(ref reader);
            reader.End();
            return Boxes.Of(_function(first));
        }
    }

    private sealed class Of<T1, T2, TResult>(Delegate function, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly Func<T1, T2, TResult> _function = As<Func<T1, T2, TResult>>(function);
        private readonly TypedParameter<T1> _first = At<T1>(parameters, 0);
        private readonly TypedParameter<T2> _second = At<T2>(parameters, 1);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var first = _first.Read(ref reader);
            var second = _second.Read(ref reader);
            reader.End();
            return Boxes.Of(_function(first, second));
        }
    }

    private sealed class Of<T1, T2, T3, TResult>(Delegate function, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly Func<T1, T2, T3, TResult> _function = As<Func<T1, T2, T3, TResult>>(function);
        private readonly TypedParameter<T1> _first = At<T1>(parameters, 0);
        private readonly TypedParameter<T2> _second = At<T2>(parameters, 1);
        private readonly TypedParameter<T3> _third = At<T3>(parameters, 2);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var first = _first.Read(ref reader);
            var second = _second.Read(ref reader);
            var third = _third.Read(ref reader);
            reader.End();
            return Boxes.Of(_function(first, second, third));
        }
    }

    private sealed class Of<T1, T2, T3, T4, TResult>(Delegate function, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly Func<T1, T2, T3, T4, TResult> _function = As<Func<T1, T2, T3, T4, TResult>>(function);
        private readonly TypedParameter<T1> _first = At<T1>(parameters, 0);
        private readonly TypedParameter<T2> _second = At<T2>(parameters, 1);
        private readonly TypedParameter<T3> _third = At<T3>(parameters, 2);
        private readonly TypedParameter<T4> _fourth = At<T4>(parameters, 3);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var first = _first.Read(ref reader);
            var second = _second.Read(ref reader);
            var third = _third.Read(ref reader);
            var fourth = _fourth.Read(ref reader);
            reader.End();
            return Boxes.Of(_function(first, second, third, fourth));
        }
    }

    private sealed class Of<T1, T2, T3, T4, T5, TResult>(Delegate function, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly Func<T1, T2, T3, T4, T5, TResult> _function = As<Func<T1, T2, T3, T4, T5, TResult>>(function);
        private readonly TypedParameter<T1> _first = At<T1>(parameters, 0);
        private readonly TypedParameter<T2> _second = At<T2>(parameters, 1);
        private readonly TypedParameter<T3> _third = At<T3>(parameters, 2);
        private readonly TypedParameter<T4> _fourth = At<T4>(parameters, 3);
        private readonly TypedParameter<T5> _fifth = At<T5>(parameters, 4);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var first = _first.Read(ref reader);
            var second = _second.Read(ref reader);
            var third = _third.Read(ref reader);
            var fourth = _fourth.Read(ref reader);
            var fifth = _fifth.Read(ref reader);
            reader.End();
            return Boxes.Of(_function(first, second, third, fourth, fifth));
        }
    }

    /// <summary>What has no parameters or more of them, or returns nothing.</summary>
    private sealed class Reflected(Delegate function, MethodInfo invoke, DelegateParameter[] parameters) : BoundDelegate
    {
        private readonly MethodInvoker _invoker = MethodInvoker.Create(invoke);

        public override object? Invoke(ref ArgumentReader reader)
        {
            var values = new object?[parameters.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = parameters[i].ReadObject(ref reader);
            reader.End();
            return _invoker.Invoke(function, values.AsSpan());
        }
    }
}
