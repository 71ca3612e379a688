using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// Which method can call which, read from the compiled product. A delegate counts as called where it is made, an asynchronous method goes on
/// in its state machine, and a call of an interface reaches every implementation.
/// </summary>
internal sealed class CallGraph
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private readonly HashSet<Assembly> assemblies;
    private readonly Dictionary<MethodBase, (List<MethodBase> Calls, List<MethodBase> Delegates)> bodies = [];
    private readonly ILookup<MethodBase, MethodBase> implementations;

    public CallGraph(IEnumerable<Assembly> assemblies)
    {
        this.assemblies = [.. assemblies];
        var types = this.assemblies.SelectMany(assembly => assembly.GetTypes()).ToList();
        Methods = [.. types.SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))];
        implementations = types.Where(type => !type.IsInterface).SelectMany(Implemented).ToLookup(pair => pair.Declared, pair => pair.Made);
        foreach (var method in Methods)
        {
            bodies[method] = Read(method);
        }
    }

    public IReadOnlyList<MethodBase> Methods { get; }

    /// <summary>The methods whose own code calls one that fits.</summary>
    public IEnumerable<MethodBase> CallersOf(Func<MethodBase, bool> fits) => Methods.Where(method => bodies[method].Calls.Any(fits));

    /// <summary>The methods that a method's own code makes delegates of.</summary>
    public IEnumerable<MethodBase> DelegatesOf(MethodBase method) => bodies[method].Delegates;

    /// <summary>All that is reached from some methods, with the way to each: the caller that was first to reach it.</summary>
    public Dictionary<MethodBase, MethodBase?> Reached(IEnumerable<MethodBase> roots)
    {
        var from = new Dictionary<MethodBase, MethodBase?>();
        var open = new Queue<MethodBase>();
        foreach (var root in roots.Where(root => from.TryAdd(root, null)))
        {
            open.Enqueue(root);
        }

        while (open.TryDequeue(out var method))
        {
            foreach (var next in Next(method).Where(next => from.TryAdd(next, method)))
            {
                open.Enqueue(next);
            }
        }

        return from;
    }

    public static string Way(MethodBase to, Dictionary<MethodBase, MethodBase?> from)
    {
        var names = new Stack<string>();
        for (MethodBase? at = to; at is not null; at = from[at])
        {
            names.Push($"{at.DeclaringType?.Name}.{at.Name}");
        }

        return string.Join(" > ", names);
    }

    private IEnumerable<MethodBase> Next(MethodBase method)
    {
        var made = implementations[method];
        if (!bodies.TryGetValue(method, out var body))
        {
            return made;
        }

        var machine = method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType.GetMethod("MoveNext", All);
        return body.Calls.Concat(body.Delegates).Concat(made).Concat(machine is null ? [] : [machine]);
    }

    private (List<MethodBase> Calls, List<MethodBase> Delegates) Read(MethodBase method)
    {
        List<MethodBase> calls = [], delegates = [];
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at)) is { } called)
            {
                (code == OpCodes.Ldftn || code == OpCodes.Ldvirtftn ? delegates : calls).Add(called);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }

        return (calls, delegates);
    }

    // Null for what is not the product's.
    private MethodBase? Resolve(MethodBase method, int token)
    {
        var arguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : [];
        var called = method.Module.ResolveMethod(token, arguments, method.IsGenericMethod ? method.GetGenericArguments() : [])!;
        return assemblies.Contains(called.Module.Assembly) ? Definition(called) : null;
    }

    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    private IEnumerable<(MethodBase Declared, MethodBase Made)> Implemented(Type type)
    {
        var overrides =
            from method in type.GetMethods(All)
            where method.IsVirtual && method.GetBaseDefinition() != method && assemblies.Contains(method.GetBaseDefinition().Module.Assembly)
            select (Definition(method.GetBaseDefinition()), (MethodBase)method);
        var interfaces =
            from declared in type.GetInterfaces().Where(each => assemblies.Contains(each.Assembly))
            let map = type.GetInterfaceMap(declared)
            from pair in map.InterfaceMethods.Zip(map.TargetMethods)
            select (Definition(pair.First), Definition(pair.Second));
        return overrides.Concat(interfaces);
    }
}
