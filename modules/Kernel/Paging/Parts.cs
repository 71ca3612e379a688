using System.Linq.Expressions;
using System.Reflection;

namespace Cryptocardium.Kernel.Paging;

// Composes conditions from lambdas that the compiler has built, because a lookup of methods and operators by name takes longer than the query.
internal static class Parts
{
    /// <summary>The body of a lambda with its parameters replaced by arguments.</summary>
    public static Expression Put(LambdaExpression lambda, params Expression[] arguments) =>
        new Arguments(lambda, arguments).Visit(lambda.Body);

    /// <summary>A condition that compares one value of a row with a given value.</summary>
    public static Expression<Func<TRow, bool>> Where<TRow, TValue>(
        Expression<Func<TValue, TValue, bool>> condition, Expression<Func<TRow, TValue>> value, TValue other) =>
        Expression.Lambda<Func<TRow, bool>>(Put(condition, value.Body, Value(other)), value.Parameters);

    /// <summary>A value that becomes a SQL parameter; a constant would be part of the text and of the cached plan.</summary>
    public static Expression Value<T>(T value) => Expression.Field(Expression.Constant(new Box<T>(value)), Box<T>.Field);

    private sealed class Box<T>(T value)
    {
#pragma warning disable CA1051 // a closure's field, read by the query compiler
        public readonly T Value = value;
#pragma warning restore CA1051

        public static FieldInfo Field { get; } = typeof(Box<T>).GetField(nameof(Value))!;
    }

    private sealed class Arguments(LambdaExpression lambda, Expression[] arguments) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            lambda.Parameters.IndexOf(node) is >= 0 and var index ? arguments[index] : node;
    }
}
