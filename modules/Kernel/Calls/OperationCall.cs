using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Kernel;

/// <summary>
/// A call of one operation, independent of the channel. The channel builds it; <see cref="IOperations"/> checks it against the contract, claims
/// its Idempotency-Key, binds it to the message and sends that. The caller, the request id and an uploaded file belong to the scoped
/// <see cref="Call"/>.
/// </summary>
/// <param name="operation">The operation.</param>
/// <param name="channel">The channel.</param>
/// <param name="values">The path and query values.</param>
public sealed class OperationCall(OperationInfo operation, CallChannel channel, OperationValues values)
{
    /// <summary>The operation.</summary>
    public OperationInfo Operation => operation;

    /// <summary>The channel.</summary>
    public CallChannel Channel => channel;

    /// <summary>The path and query values.</summary>
    public OperationValues Values => values;

    /// <summary>The JSON body in UTF-8; empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type that the caller accepts for a success; one of the operation's.</summary>
    public string MediaType { get; init; } = Call.Json;

    /// <summary>The Idempotency-Key, not yet checked; empty without one.</summary>
    public StringValues IdempotencyKey { get; init; }

    /// <summary>The value of a path parameter, for generated code.</summary>
    public string PathValue(string name) => values.Path(name)
        ?? throw new InvalidOperationException($"{operation.Name} was called without {name}.");

    /// <summary>The value of a query parameter in the type of the message, for generated code. It was checked against the contract.</summary>
    public T? QueryValue<T>(string name)
    {
        var given = values.Query(name);
        return given.Count == 0 ? default : (T?)Read(typeof(T), given[0]!);
    }

    /// <summary>The body as the contract's type, for generated code. It was checked against the contract.</summary>
    public T? BodyValue<T>(JsonSerializerContext types)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(types);
        return Body.IsEmpty ? null : (T?)JsonSerializer.Deserialize(Body.Span, types.GetTypeInfo(typeof(T))!);
    }

    private static object Read(Type type, string text)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? text
            : plain == typeof(int) ? checked((int)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : plain == typeof(long) ? checked((long)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : plain == typeof(Usd) ? Usd.FromDecimal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : plain == typeof(bool) ? bool.Parse(text)
            : plain == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : throw new InvalidOperationException($"No query parameter is read as {plain.Name}.");
    }
}
