// What bin/mutate.js does to one line of the source: both functions yield the lines that it may become.

/** The end of the call that opens at `from`, behind its closing parenthesis. */
const endOfCall = (line, from) => {
  let depth = 0;
  for (let i = from; i < line.length; i++) {
    if (line[i] === '(') depth++;
    if (line[i] === ')' && --depth === 0) return i + 1;
  }
  return -1;
};

const ORDERS = { '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '==': ['!='], '!=': ['=='] };

const DECLARATION = /^\s*(\/\/|\/\*|\*|pragma|import|using|type |error|event|function|\))/;
const codeOf = (line) => (DECLARATION.test(line) ? '' : line.replace(/\/\/.*$/, ''));
const putIn = (line) => (from, to, text) => line.slice(0, from) + text + line.slice(to);

/**
 * Rules: every comparison negated and, where it orders, moved by one; every bound moved by one either way; && and ||
 * exchanged; every requirement left out.
 */
function* rules(line) {
  const code = codeOf(line);
  const put = putIn(line);
  for (const match of code.matchAll(/ (<=|>=|==|!=|<|>) /g)) {
    for (const other of ORDERS[match[1]]) yield put(match.index, match.index + match[0].length, ` ${other} `);
  }
  for (const match of code.matchAll(/&&|\|\|/g)) yield put(match.index, match.index + 2, match[0] === '&&' ? '||' : '&&');
  for (const match of code.matchAll(/\b(lt|gt|eq|iszero)\(/g)) {
    const end = endOfCall(code, match.index + match[1].length);
    if (end < 0) continue;
    const call = code.slice(match.index, end);
    yield put(match.index, end, `iszero(${call})`);
    if (match[1] === 'lt') yield put(match.index, end, `iszero(gt${call.slice(2)})`);
    if (match[1] === 'gt') yield put(match.index, end, `iszero(lt${call.slice(2)})`);
  }
  const constant = /^(.*\bconstant \w+ = )([^;"(]+|type\(\w+\)\.max);/.exec(code);
  if (constant) {
    for (const step of ['+ 1', '- 1']) {
      if (constant[2] === '0' && step === '- 1') continue;
      if (constant[2].startsWith('type') && step === '+ 1') continue;
      yield line.replace(constant[0], `${constant[1]}${constant[2]} ${step};`);
    }
  } else if (/\b(if|for|while|return|strict|\?)|tooWide/.test(code)) {
    for (const match of code.matchAll(/(?<![\w.])(\d{1,5})(?![\w.])/g)) {
      const value = Number(match[1]);
      yield put(match.index, match.index + match[1].length, String(value + 1));
      if (value > 0) yield put(match.index, match.index + match[1].length, String(value - 1));
    }
  }
  const requirement = /^\s+((\w+\.)?_?require\w+)\(.*\);\s*$/.exec(code);
  if (requirement) yield line.replace(/\S.*$/, '{}');
}

const OTHER = { add: 'sub', sub: 'add', or: 'and', and: 'or', xor: 'or', shl: 'shr', shr: 'shl', mulmod: 'addmod', addmod: 'mulmod' };
const OTHER_SIGN = { '+': '-', '-': '+', '<<': '>>', '>>': '<<', '|': '&', '&': '|' };

/**
 * Places and arithmetic: every operation exchanged for another, every number moved by one, every plain condition
 * negated, every statement left out.
 */
function* places(line) {
  const code = codeOf(line);
  const put = putIn(line);
  for (const match of code.matchAll(/\b(add|sub|or|and|xor|shl|shr|mulmod|addmod)\(/g)) {
    yield put(match.index, match.index + match[1].length, OTHER[match[1]]);
  }
  for (const match of code.matchAll(/ (\+|-|<<|>>|\||&) /g)) {
    yield put(match.index, match.index + match[0].length, ` ${OTHER_SIGN[match[1]]} `);
  }
  if (!/\bconstant\b/.test(code)) {
    for (const match of code.matchAll(/(?<![\w.])(\d{1,5}|0x[0-9a-f]{1,4})(?![\w.])/g)) {
      yield put(match.index, match.index + match[0].length, String(Number(match[0]) + 1));
    }
  }
  for (const match of code.matchAll(/\bif \(/g)) {
    const from = match.index + 3;
    const end = endOfCall(code, from);
    if (end > 0 && !/[<>=]/.test(code.slice(from, end))) yield put(from, end, `(!${code.slice(from, end)})`);
  }
  for (const match of code.matchAll(/\b[\w.]+ \? /g)) yield put(match.index, match.index, '!');
  if (/^\s+(?!(return|revert|if|for|let|bytes|uint|bool|address|\(|struct|error|event|using|type)\b)[\w[\].]+( [|+-]?=|\(| \w+\().*;\s*$/.test(code)) {
    yield line.replace(/\S.*$/, '{}');
  }
}

module.exports = { rules, places };
