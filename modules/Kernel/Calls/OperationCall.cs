using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Kernel;

/// <summary>
/// A call of one operation, the same for every channel. The channel fills it; checking it against the contract, claiming its
/// Idempotency-Key, binding it to the message and sending that are the work of <see cref="IOperations"/>. The caller, the request id and
/// an uploaded file belong to the scoped <see cref="Call"/>.
/// </summary>
/// <param name="operation">The operation.</param>
/// <param name="channel">The way by which the call came.</param>
/// <param name="values">The path and query values.</param>
public sealed class OperationCall(OperationInfo operation, CallChannel channel, OperationValues values)
{
    /// <summary>The operation.</summary>
    public OperationInfo Operation => operation;

    /// <summary>The way by which the call came.</summary>
    public CallChannel Channel => channel;

    /// <summary>The path and query values.</summary>
    public OperationValues Values => values;

    /// <summary>The JSON body, UTF-8; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type in which a success is wanted; one that the operation offers.</summary>
    public string MediaType { get; init; } = Call.Json;

    /// <summary>The Idempotency-Key as it was given, not yet checked; none for a call without one.</summary>
    public StringValues IdempotencyKey { get; init; }

    /// <summary>The value of a path parameter, for generated code.</summary>
    public string PathValue(string name) => values.Path(name)
        ?? throw new InvalidOperationException($"{operation.Id} was called without {name}.");

    /// <summary>The value of a query parameter as the type that the message has it in, for generated code. The contract was checked.</summary>
    public T? QueryValue<T>(string name)
    {
        var given = values.Query(name);
        return given.Count == 0 ? default : (T?)Read(typeof(T), given[0]!);
    }

    /// <summary>The body as the object that the contract describes, for generated code. The contract was checked.</summary>
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
            : plain == typeof(Usd) ? Usd.FromDecimal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : plain == typeof(bool) ? bool.Parse(text)
            : plain == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : throw new InvalidOperationException($"No query parameter is read as {plain.Name}.");
    }
}
