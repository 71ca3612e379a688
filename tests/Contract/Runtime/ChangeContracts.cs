using Cryptocardium.Kernel;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>A member of a merge patch is on the wire what it changes: the wrapper says only whether it was given.</summary>
internal sealed class ChangeContracts(ISerializerDataContractResolver inner) : ISerializerDataContractResolver
{
    /// <inheritdoc/>
    public DataContract GetDataContractForType(Type type)
    {
        var member = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>) ? type.GetGenericArguments()[0] : type;
        return (Nullable.GetUnderlyingType(member) ?? member) == typeof(Usd)
            ? DataContract.ForPrimitive(typeof(decimal), DataType.Number, null, static _ => "0")
            : inner.GetDataContractForType(member);
    }
}
