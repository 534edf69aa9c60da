// Lets a Node-API 10 addon be compiled for a host that offers Node-API 9. Compiled in front of the addon's own
// sources (`-include`), which stay as they are.
//
// What version 10 adds and the database driver needs is references to values that are not objects: it keeps strings.
// Here such a value is put into an array of one element; the reference holds the array, and reading the reference
// takes the value out again. Only strong references keep a wrapped value alive, which is the only kind the driver makes.
#pragma once
#ifdef __cplusplus
#include <node_api.h>
#include <unordered_set>

namespace napi9 {

// Which references hold an array of ours. A reference never leaves the thread of its environment.
inline std::unordered_set<napi_ref>& wrapped_references() {
  static thread_local std::unordered_set<napi_ref> references;
  return references;
}

inline bool can_be_referenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

inline napi_status create_reference(napi_env env, napi_value value, uint32_t initial_count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (can_be_referenced(type)) return napi_create_reference(env, value, initial_count, result);

  napi_value wrapper;
  status = napi_create_array_with_length(env, 1, &wrapper);
  if (status == napi_ok) status = napi_set_element(env, wrapper, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, wrapper, initial_count, result);
  if (status == napi_ok) wrapped_references().insert(*result);
  return status;
}

inline napi_status get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  const bool is_wrapped = wrapped_references().count(reference) > 0;
  if (status != napi_ok || *result == nullptr || !is_wrapped) return status;
  return napi_get_element(env, *result, 0, result);
}

inline napi_status delete_reference(napi_env env, napi_ref reference) {
  wrapped_references().erase(reference);
  return napi_delete_reference(env, reference);
}

}  // namespace napi9

#define napi_create_reference napi9::create_reference
#define napi_get_reference_value napi9::get_reference_value
#define napi_delete_reference napi9::delete_reference
#endif
